package dev.hindsight.actionitem.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds people by their subject ids; what was found is remembered for two minutes. */
@Singleton
public class People {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    /** What Keycloak gives out as ids, those of federated users included. */
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:_@+-]{0,254}");

    private final AdminApi directory;
    private final Cache<String, Optional<Person>> found = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(500)
            .executor(Runnable::run)
            .build();

    People(AdminApi directory) {
        this.directory = directory;
    }

    /**
     * Empty if nobody has this id, any more or at all.
     *
     * @throws DirectoryUnavailable if that cannot be told now
     */
    public Optional<Person> find(String subject) {
        if (!SUBJECT.matcher(subject).matches()) {
            return Optional.empty();
        }
        var known = found.getIfPresent(subject);
        if (known == null) {
            known = ask(subject);
            found.put(subject, known);
        }
        return known;
    }

    /** The roles and teams are those that the realm's mappers put into a token. */
    private Optional<Person> ask(String subject) {
        var user = "/users/" + subject;
        return directory.get(user).map(it -> {
            var userName = it.path("username").asText(subject);
            return new Person(
                    subject,
                    userName,
                    name(it).orElse(userName),
                    text(it, "email"),
                    it.path("enabled").asBoolean(),
                    names(user + "/role-mappings/realm/composite"),
                    names(user + "/groups"));
        });
    }

    private Set<String> names(String list) {
        return directory.get(list).stream()
                .flatMap(it -> StreamSupport.stream(it.spliterator(), false))
                .map(it -> it.path("name").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> name(JsonNode user) {
        var name = "%s %s"
                .formatted(
                        user.path("firstName").asText(""), user.path("lastName").asText(""))
                .strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static @Nullable String text(JsonNode user, String field) {
        var text = user.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
