package dev.hindsight.rights;

import dev.hindsight.contracts.incident.Visibility;
import java.util.Set;

/**
 * The part of all incidents that one person may read. Queries bind its components; {@link #includes} says the same of a
 * single incident.
 *
 * @param open reads incidents that everyone may read
 * @param everyTeam reads the incidents of every team, unless restricted
 * @param teams the person's own teams, whose incidents they read unless restricted
 * @param subject read as a named person
 */
public record ReadScope(boolean open, boolean everyTeam, Set<String> teams, String subject) {

    public boolean includes(Access access) {
        return access.visibility() == Visibility.OPEN && open
                || access.visibility() == Visibility.TEAM && (everyTeam || ofOwnTeam(access))
                || access.people().contains(subject);
    }

    private boolean ofOwnTeam(Access access) {
        return teams.contains(access.team()) || access.teams().stream().anyMatch(teams::contains);
    }
}
