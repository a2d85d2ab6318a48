package dev.hindsight.gateway.signin;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the {@code teams} claim; never {@code groups}, which Quarkus would take for roles. */
final class TeamClaim {

    private TeamClaim() {}

    static List<String> of(JsonWebToken token) {
        Object claim = token.getClaim("teams");
        return claim instanceof JsonArray teams
                ? teams.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .sorted()
                        .toList()
                : List.of();
    }
}
