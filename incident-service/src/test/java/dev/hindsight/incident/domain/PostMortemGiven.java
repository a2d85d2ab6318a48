package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.postmortem.AnalysisEvent.AnalysisConcluded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.incident.domain.PostMortemCommand.PutOnRecord;
import dev.hindsight.kit.problem.ProblemType;
import dev.hindsight.rights.Access;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** People, incidents and histories that tests of post-mortems begin with. */
final class PostMortemGiven {

    static final UUID ID = new UUID(0, 1);
    static final UUID INCIDENT = new UUID(0, 2);
    static final UUID ONE = new UUID(0, 3);
    static final UUID OTHER = new UUID(0, 4);
    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    static final LocalDate DUE = LocalDate.of(2026, 6, 1);
    static final Map<String, Object> FACILITATOR = Given.by("fay", "facilitator", "chain-core");
    static final Map<String, Object> RESPONDER = Given.by("ana", "responder", "chain-core");
    static final Map<String, Object> STRANGER = Given.by("oto", "responder", "payments-core");
    static final Map<String, Object> EXECUTIVE = Given.by("exe", "executive", "board");
    static final Map<String, Object> AUDITOR = Given.by("aud", "auditor", "chain-core");
    static final List<Access> OPEN = List.of(new Access("chain-core", Visibility.OPEN, List.of(), List.of()));
    static final List<Access> RESTRICTED =
            List.of(new Access("chain-core", Visibility.RESTRICTED, List.of("eve"), List.of()));

    private PostMortemGiven() {}

    static PostMortemCreated created() {
        return new PostMortemCreated(ID, List.of(INCIDENT), "chain-core", "own", "fay");
    }

    static List<PostMortemEvent> scheduled() {
        return with(List.of(created()), new MeetingScheduled(ID, NOW, null));
    }

    static List<PostMortemEvent> inSession() {
        return with(scheduled(), new MeetingStarted(ID, 1, NOW, false, List.of(), null));
    }

    static List<PostMortemEvent> concluded() {
        return with(inSession(), new AnalysisConcluded(ID, NOW, List.of(), null));
    }

    static List<PostMortemEvent> inReview() {
        return with(inSession(), new MeetingEnded(ID, NOW));
    }

    static List<PostMortemEvent> published() {
        return with(inReview(), new PostMortemPublished(ID, 1, NOW));
    }

    static HypothesisProposed proposed(UUID hypothesis) {
        return new HypothesisProposed(ID, hypothesis, "The cache was too small", null, null, null, null);
    }

    static List<PostMortemEvent> with(List<? extends PostMortemEvent> before, PostMortemEvent... more) {
        var all = new ArrayList<PostMortemEvent>(before);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    static ResultValidator<PostMortem> when(
            List<? extends PostMortemEvent> given, Object command, Map<String, Object> by) {
        return new AggregateTestFixture<>(PostMortem.class).given(given).when(command, by);
    }

    /** A fact that nothing stands against is recorded as it is. */
    static void records(List<? extends PostMortemEvent> given, PostMortemEvent fact, Map<String, Object> by) {
        when(given, put(fact), by).expectEvents(fact);
    }

    static void refuses(
            ProblemType rule, List<? extends PostMortemEvent> given, PostMortemEvent fact, Map<String, Object> by) {
        refuses(rule, given, put(fact), by);
    }

    static void refuses(
            ProblemType rule,
            List<? extends PostMortemEvent> given,
            PostMortemCommand command,
            Map<String, Object> by) {
        Given.expectRefusal(when(given, command, by), rule);
    }

    static PutOnRecord put(PostMortemEvent fact) {
        return new PutOnRecord(ID, OPEN, fact);
    }
}
