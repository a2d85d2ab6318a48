package dev.hindsight.systemtests.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.systemtests.authorization.Matrix.Row;
import org.junit.jupiter.api.Test;

/** Nothing is left out of {@code docs/authorization.md}. */
class MatrixTest {

    @Test
    void namesEveryEndpointAndNoOther() {
        var named = Matrix.rows().stream().map(Row::endpoint).distinct().toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(Endpoints.all());
    }

    /** What differs by the incident is said of each kind of incident. */
    @Test
    void saysOfEachKindOfIncidentTheSameEndpoints() {
        var aboutIncidents =
                Matrix.rows().stream().filter(Row::isAboutAnIncident).toList();
        var kinds = aboutIncidents.stream().map(Row::about).distinct().toList();

        assertThat(kinds).hasSize(4);
        assertThat(kinds)
                .allSatisfy(kind -> assertThat(aboutIncidents.stream()
                                .filter(row -> row.about().equals(kind))
                                .map(Row::endpoint))
                        .containsExactlyInAnyOrderElementsOf(aboutIncidents.stream()
                                .map(Row::endpoint)
                                .distinct()
                                .toList()));
    }
}
