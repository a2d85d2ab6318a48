package dev.hindsight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The address in a problem's {@code type} leads to an explanation. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ProblemPagesTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeOfOursIsExplained(StandardProblem problem) {
        var path = "/problems/" + problem.type();

        assertThat(Wire.get(path, "Accept: text/html").body()).contains(problem.title(), problem.advice());
        assertThat(Wire.get(path, "Accept: application/json").body())
                .contains("\"type\":\"%s\"".formatted(problem.type()), "\"status\":" + problem.status());
    }

    @Test
    void anUnknownTypeIsNotFound() {
        assertThat(Wire.get("/problems/unheard-of", "Accept: text/html").status())
                .isEqualTo(404);
        assertThat(Wire.get("/problems/unheard-of", "Accept: application/json")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("/problems/not-found");
        });
    }
}
