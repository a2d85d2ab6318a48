package dev.hindsight.incident.overview;

import dev.hindsight.rights.ReadScope;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** What a person may read, as a condition on rows of {@code incident_overview}: the same that {@link ReadScope} decides. */
public final class ReadableIncidents {

    /** On the columns of a row that goes by the name {@code incident}. */
    public static final String CONDITION = """
            (incident.visibility = 'OPEN' AND :open
             OR incident.visibility = 'TEAM'
                AND (:everyTeam OR incident.team = ANY(:ownTeams) OR incident.teams && :ownTeams)
             OR :subject = ANY(incident.people))""";

    private ReadableIncidents() {}

    /** Says whose scope the condition is about. */
    public static <S extends SqlStatement<S>> S bind(S statement, ReadScope scope) {
        return statement
                .bind("open", scope.open())
                .bind("everyTeam", scope.everyTeam())
                .bindArray("ownTeams", String.class, List.copyOf(scope.teams()))
                .bind("subject", scope.subject());
    }
}
