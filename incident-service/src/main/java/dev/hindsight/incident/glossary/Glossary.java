package dev.hindsight.incident.glossary;

import dev.hindsight.folds.glossary.Spellings;
import dev.hindsight.folds.glossary.TermFinder;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * The glossary in force: the organisation's terms, and those shipped ones that it has left as they are. Hundreds of terms,
 * read at once.
 */
@Singleton
public class Glossary {

    private static final String ALL = "SELECT * FROM incident.glossary_term";
    private static final Comparator<GlossaryEntry> ORDER =
            Comparator.comparing(GlossaryEntry::order).thenComparing(GlossaryEntry::termId);

    private final Jdbi jdbi;
    private final ShippedTerms shipped;

    Glossary(Jdbi jdbi, ShippedTerms shipped) {
        this.jdbi = jdbi;
        this.shipped = shipped;
    }

    /** The last row already seen. */
    public record After(String order, UUID termId) {}

    /**
     * By name.
     *
     * @param text words that all have to stand in the term or what is said of it; null for any
     */
    public List<GlossaryEntry> find(@Nullable String text, @Nullable After after, int limit) {
        var words = text == null ? List.<String>of() : List.of(folded(text).split("\\s+"));
        return inForce().stream()
                .filter(entry -> after == null || isAfter(entry, after))
                .filter(entry -> words.stream().allMatch(said(entry)::contains))
                .limit(limit)
                .toList();
    }

    /** What texts are read by. */
    public TermFinder<GlossaryEntry> finder() {
        var finder = new TermFinder<GlossaryEntry>();
        inForce().stream()
                .sorted(Comparator.comparing(GlossaryEntry::version)
                        .reversed()) // what an organisation wrote comes first
                .forEach(entry -> Spellings.keys(entry.definition()).forEach(key -> finder.add(key, entry)));
        return finder;
    }

    /** A shipped term whose name the organisation gave to a term of its own, before it was shipped, stands back. */
    private List<GlossaryEntry> inForce() {
        var rows = jdbi.withHandle(db -> db.createQuery(ALL)
                .map(ConstructorMapper.of(GlossaryEntry.class))
                .list());
        var known = rows.stream().map(GlossaryEntry::termId).collect(Collectors.toSet());
        var own = rows.stream().filter(row -> !row.withdrawn()).toList();
        var keys = new HashSet<String>();
        own.forEach(row -> keys.addAll(Spellings.keys(row.definition())));
        return Stream.concat(
                        own.stream(),
                        shipped.all().stream()
                                .filter(term -> !known.contains(term.id()))
                                .filter(term -> !keys.contains(Spellings.key(term.term())))
                                .map(GlossaryEntry::shipped))
                .sorted(ORDER)
                .toList();
    }

    private static boolean isAfter(GlossaryEntry entry, After after) {
        int order = entry.order().compareTo(after.order());
        return order > 0 || order == 0 && entry.termId().compareTo(after.termId()) > 0;
    }

    private static String said(GlossaryEntry entry) {
        return folded(Stream.of(
                        List.of(entry.term()),
                        entry.spellings(),
                        List.of(entry.technicalDefinition(), entry.plainDefinition()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n")));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
