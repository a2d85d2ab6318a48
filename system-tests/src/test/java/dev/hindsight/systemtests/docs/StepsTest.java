package dev.hindsight.systemtests.docs;

import static java.util.stream.Collectors.joining;

import dev.hindsight.actionitem.domain.ActionItemTransition;
import dev.hindsight.incident.domain.IncidentTransition;
import dev.hindsight.incident.domain.PostMortemTransition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/steps.md} true: the page is written from the rules themselves. */
class StepsTest {

    @Test
    void thePageTellsEveryStep() throws IOException {
        new WrittenFile(Path.of("../docs/steps.md")).mustSay("""
                # Steps of an incident

                Which step may follow which state. Any other is refused with 409 and changes nothing. Facts (timeline, evidence,
                marks, impacts, corrections and the like) are taken in every state but MERGED and DECLINED: late facts are the
                rule. A merged incident names the one that its later facts go to.

                This page is written from the code by `./hindsight docs`.

                | step | from | to | needs |
                |---|---|---|---|
                | declare | – | ACTIVE, or TRIAGE if asked | title, severity, team |
                %s

                # Steps of a post-mortem

                While it is prepared, in session or under review, hypotheses, factors, lessons and answers are taken; what happens
                in the room only while a meeting is in session. Solutions proposed before the analysis is concluded are parked.

                | step | from | to | needs |
                |---|---|---|---|
                | plan | – | PLANNED | incidents |
                | create | – | PREPARING | incidents; owner and facilitator |
                %s

                # Steps of an action item

                Whoever works on it takes them, but a deferral: an executive accepts the risk of waiting. A deferred item is resumed
                by itself at the beginning of its day, where its team is.

                | step | from | to | needs |
                |---|---|---|---|
                | propose | – | PROPOSED, or ACCEPTED with both | a title and incidents; an owner and a due date if it is agreed |
                %s
                """.formatted(
                Arrays.stream(IncidentTransition.values()).map(StepsTest::row).collect(joining("\n")),
                Arrays.stream(PostMortemTransition.values()).map(StepsTest::row).collect(joining("\n")),
                Arrays.stream(ActionItemTransition.values()).map(StepsTest::row).collect(joining("\n"))));
    }

    private static String row(IncidentTransition step) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        step.name().toLowerCase(Locale.ROOT),
                        step.from().stream().map(Enum::name).collect(joining(", ")),
                        step.to() == null ? "the same" : step.to(),
                        needs(step));
    }

    private static String row(PostMortemTransition step) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        step.name().toLowerCase(Locale.ROOT),
                        step.from().stream().map(Enum::name).collect(joining(", ")),
                        step.to() == null ? "the same" : step.to(),
                        step.needs());
    }

    private static String row(ActionItemTransition step) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        step.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        step.from().stream().map(Enum::name).collect(joining(", ")),
                        to(step),
                        step.needs());
    }

    private static String to(ActionItemTransition step) {
        return switch (step) {
            case UNBLOCK, RESUME -> "where it was";
            default -> step.to() == null ? "the same" : step.to().name();
        };
    }

    private static String needs(IncidentTransition step) {
        if (step == IncidentTransition.MERGE) {
            return "the target, an incident of one's own to change";
        }
        return step.needsReason() ? "a reason" : "–";
    }
}
