package dev.hindsight.kit.rest;

import dev.hindsight.kit.problem.ProblemException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a conditional request names: those of {@code If-Match} or {@code If-None-Match} (RFC 9110).
 *
 * @param any whether the request named {@code *}, which every version matches
 * @param tags what stood between the quotes
 */
public record EntityTags(boolean any, Set<String> tags) {

    private static final Pattern TAG = Pattern.compile("\\G\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");

    public EntityTags {
        tags = Set.copyOf(tags);
    }

    /** The strong tag of a version, as it stands in {@code ETag}. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    public static Optional<EntityTags> ifMatch(@Nullable String header) {
        return parse("If-Match", header, false);
    }

    public static Optional<EntityTags> ifNoneMatch(@Nullable String header) {
        return parse("If-None-Match", header, true);
    }

    public boolean matches(long version) {
        return any || tags.contains(Long.toString(version));
    }

    private static Optional<EntityTags> parse(String name, @Nullable String header, boolean weakAllowed) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.strip().equals("*")) {
            return Optional.of(new EntityTags(true, Set.of()));
        }
        var tags = new HashSet<String>();
        var tag = TAG.matcher(header);
        var read = 0;
        var more = true;
        while (more && tag.find()) {
            if (tag.group(1) != null && !weakAllowed) {
                throw ProblemException.invalid(name, "must name strong entity tags, without W/");
            }
            tags.add(tag.group(2));
            read = tag.end();
            more = tag.group(3).equals(",");
        }
        if (more || read != header.length()) {
            throw ProblemException.invalid(name, "must be * or a list of entity tags such as \"12\"");
        }
        return Optional.of(new EntityTags(false, tags));
    }
}
