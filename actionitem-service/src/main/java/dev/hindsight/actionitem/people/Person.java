package dev.hindsight.actionitem.people;

import dev.hindsight.kit.identity.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the identity provider knows them.
 *
 * @param name to be shown to others
 * @param mail address; null where none is known
 * @param enabled whether they may sign in
 */
public record Person(
        String subject,
        String userName,
        String name,
        @Nullable String mail,
        boolean enabled,
        Set<String> roles,
        Set<String> teams) {

    /** With the rights that a token of theirs would carry now. */
    public Actor actor() {
        return new Actor(subject, roles, teams);
    }
}
