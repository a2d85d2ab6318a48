package dev.hindsight.kit.identity;

import java.util.Set;

/**
 * The person or program that sends a request.
 *
 * @param subject opaque and stable: the identity provider knows whose it is
 */
public record Actor(String subject, Set<String> roles, Set<String> teams) {

    /** Under this name a command carries its caller. */
    public static final String CALLER = "caller";

    public Actor {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public boolean isIn(String team) {
        return teams.contains(team);
    }
}
