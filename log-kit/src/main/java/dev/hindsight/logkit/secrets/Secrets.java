package dev.hindsight.logkit.secrets;

import dev.hindsight.kit.problem.FieldError;
import dev.hindsight.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found in one request, and whether its sender said that it is no secret. */
public final class Secrets {

    /** The header by which a sender says so: the kinds, separated by commas. */
    public static final String CONFIRMATION = "Hindsight-Confirm-Secrets";

    private final Set<String> confirmed;
    private final Map<String, Set<SecretKind>> found = new LinkedHashMap<>();

    /** @param confirmation the header as it was sent; null if it was not */
    public Secrets(@Nullable String confirmation) {
        confirmed = confirmation == null
                ? Set.of()
                : Arrays.stream(confirmation.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    public void look(String field, String text) {
        add(field, SecretText.kinds(text));
    }

    void add(String field, Set<SecretKind> kinds) {
        if (!kinds.isEmpty()) {
            found.computeIfAbsent(field, _ -> EnumSet.noneOf(SecretKind.class)).addAll(kinds);
        }
    }

    /** Whether all that was found so far is confirmed: what is to come may be more. */
    public boolean isAcceptedSoFar() {
        return confirmed.containsAll(kinds());
    }

    /** @throws ProblemException if anything was found, unless exactly that is confirmed */
    public void requireNone() {
        if (!found.isEmpty() && !confirmed.equals(kinds())) {
            refuse();
        }
    }

    /**
     * For one of several texts in a request, of which each may have some of what is confirmed.
     *
     * @throws ProblemException if anything was found that is not confirmed
     */
    public void requireNoneBesideConfirmed() {
        if (!isAcceptedSoFar()) {
            refuse();
        }
    }

    private void refuse() {
        throw new ProblemException(SecretProblem.LOOKS_LIKE_A_SECRET
                .problem("Found: %s. %s"
                        .formatted(String.join(", ", kinds()), SecretProblem.LOOKS_LIKE_A_SECRET.advice()))
                .with(found.entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(kind -> new FieldError(field.getKey(), "looks like a secret: " + kind)))
                        .toList()));
    }

    private Set<String> kinds() {
        return found.values().stream()
                .flatMap(Set::stream)
                .sorted()
                .map(SecretKind::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
