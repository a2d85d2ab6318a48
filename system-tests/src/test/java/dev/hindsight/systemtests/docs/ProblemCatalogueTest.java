package dev.hindsight.systemtests.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.systemtests.architecture.Modules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the two lists of problems true: {@code docs/problems.md} and the one that the gateway answers from. */
class ProblemCatalogueTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void thePageExplainsEveryProblem() throws IOException {
        new WrittenFile(Path.of("../docs/problems.md")).mustSay(page());
    }

    @Test
    void theGatewayKnowsEveryProblem() throws IOException {
        new WrittenFile(Path.of("../gateway/src/main/resources/problems/catalogue.json")).mustSay(catalogue());
    }

    @Test
    void noTwoProblemsShareAType() {
        assertThat(problems()).extracting(ProblemType::type).doesNotHaveDuplicates();
    }

    private static List<ProblemType> problems() {
        return Modules.production().stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(ProblemType.class::cast)
                .sorted(Comparator.comparing(ProblemType::type))
                .toList();
    }

    private static String page() {
        return """
                # Problems

                Every error is an `application/problem+json` (RFC 9457). Clients may rely on `type` and `status`; the title
                is for people, and `detail` tells what was wrong this time. A running Hindsight explains each under
                `/problems/<type>`.

                This page is written from the code by `./hindsight docs`.

                | type | status | title | what to do |
                |---|---|---|---|
                %s
                """.formatted(problems().stream()
                .map(problem -> "| `%s` | %d | %s | %s |"
                        .formatted(problem.type(), problem.status(), problem.title(), problem.advice()))
                .collect(joining("\n")));
    }

    private static String catalogue() {
        return problems().stream().map(ProblemCatalogueTest::entry).collect(joining(",\n", "[\n", "\n]\n"));
    }

    private static String entry(ProblemType problem) {
        return "  {\"type\": %s, \"status\": %d, \"title\": %s, \"advice\": %s}"
                .formatted(quoted(problem.type()), problem.status(), quoted(problem.title()), quoted(problem.advice()));
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
