package dev.hindsight.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.incident.MarkState;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.log.LogReader;
import dev.hindsight.logkit.OtherServices;
import dev.hindsight.logkit.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of an incident between two reads is what the log says, also around transactions that come to nothing. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class HistoriesTest {

    private static final Actor ADA = new Actor("ada", Set.of("responder"), Set.of("chain-core"));
    private static final OccurredAt THEN = OccurredAt.at(Instant.parse("2026-03-01T12:00:00Z"));

    @Inject
    Commands commands;

    @Inject
    CommandGateway gateway;

    @Inject
    IncidentHistories histories;

    @Inject
    LogReader log;

    private final UUID incident = UUID.randomUUID();

    @BeforeEach
    void declared() {
        append(declaration(incident));
    }

    private static IncidentDeclared declaration(UUID id) {
        return new IncidentDeclared(
                id,
                "INC-2026-" + id,
                "Blocks are late",
                null,
                IncidentMode.LIVE,
                IncidentStatus.ACTIVE,
                Severity.SEV3,
                "chain-core",
                Visibility.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void whatDidNotChangeIsNotFoldedAgain() {
        var first = remembered();

        assertThat(read().state()).isSameAs(first.state());
    }

    @Test
    void aLongHistoryIsRememberedThoughAnotherWasAskedForMoreOften() {
        var earlier = longIncident();
        for (int reads = 0; reads < 200; reads++) {
            of(earlier);
        }
        var now = longIncident();

        var first = of(now).state();

        assertThat(of(now).state()).isSameAs(first);
    }

    @Test
    void whatCameAfterIsAdded() {
        remembered();
        append(mark(Mark.DETECTED));

        assertThat(marks(read())).containsExactly(Mark.DETECTED);
        assertThat(read().version()).isEqualTo(2);
    }

    @Test
    void aTransactionReadsWhatItHasAppendedAndNobodyElseDoes() {
        remembered();

        commands.execute(request(), () -> {
            send(Mark.DETECTED);
            assertThat(marks(read())).containsExactly(Mark.DETECTED);
            assertThat(marks(inAnotherThread(this::read))).isEmpty();
            return answer();
        });

        assertThat(marks(read())).containsExactly(Mark.DETECTED);
    }

    @Test
    void whatWasRolledBackIsForgotten() {
        remembered();

        rolledBackAfterReading();

        assertThat(marks(read())).isEmpty();
    }

    @Test
    void whatWasRolledBackIsForgottenWhenOtherEntriesHaveTakenItsPlace() {
        remembered();

        rolledBackAfterReading();
        append(mark(Mark.IMPACT_STARTED), mark(Mark.MITIGATED), mark(Mark.RESOLVED));

        assertThat(marks(read())).containsExactly(Mark.IMPACT_STARTED, Mark.MITIGATED, Mark.RESOLVED);
        assertThat(marks(remembered())).containsExactly(Mark.IMPACT_STARTED, Mark.MITIGATED, Mark.RESOLVED);
    }

    @Test
    void aLogThatWasRestoredFromABackupIsReadAnew() throws SQLException {
        append(mark(Mark.DETECTED));
        assertThat(marks(remembered())).containsExactly(Mark.DETECTED);

        try (var connection = ServiceStack.database().superuser();
                var change = connection.createStatement()) {
            connection.setAutoCommit(false);
            change.execute("ALTER TABLE log.event_entry DISABLE TRIGGER append_only");
            change.execute("""
                    UPDATE log.event_entry SET event_id = gen_random_uuid(), payload = replace(payload, 'DETECTED', 'RESOLVED')
                     WHERE aggregate_id = '%s' AND sequence = 1
                    """.formatted(incident));
            change.execute("ALTER TABLE log.event_entry ENABLE ALWAYS TRIGGER append_only");
            connection.commit();
        }

        assertThat(marks(read())).containsExactly(Mark.RESOLVED);
    }

    @Test
    void manyReadersSeeEachStateWholeWhileItGrows() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> reader = () -> {
                long last = 0;
                while (last < 41) {
                    var told = read();
                    assertThat(told.version()).isGreaterThanOrEqualTo(last);
                    assertThat(told.state().version()).isEqualTo(told.version());
                    assertThat(told.state().marks()).hasSize((int) told.version() - 1);
                    last = told.version();
                }
                return 0;
            };
            var readers =
                    IntStream.range(0, 4).mapToObj(_ -> threads.submit(reader)).toList();
            for (int i = 0; i < 40; i++) {
                append(mark(Mark.DETECTED));
            }
            for (var each : readers) {
                each.get();
            }
        }
    }

    @Test
    void onlyTheEntriesAskedForAreRead() {
        append(mark(Mark.DETECTED), mark(Mark.IMPACT_STARTED), mark(Mark.RESOLVED));
        var told = remembered();

        assertThat(told.entries(1, 2)).extracting(entry -> entry.sequence()).containsExactly(1L, 2L);
        append(mark(Mark.MITIGATED));
        assertThat(told.entries(3, 10)).extracting(entry -> entry.sequence()).containsExactly(3L);
        assertThat(told.entries(9, 10)).isEmpty();
    }

    private void rolledBackAfterReading() {
        assertThatThrownBy(() -> commands.execute(request(), () -> {
                    send(Mark.DETECTED);
                    send(Mark.DETECTED);
                    assertThat(marks(read())).containsExactly(Mark.DETECTED, Mark.DETECTED);
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
    }

    /** Read when every entry has its position, so that the next read can build on it. */
    private Told<IncidentState> remembered() {
        await().until(() -> log.history(incident).stream().allMatch(entry -> entry.position() != null));
        return read();
    }

    private Told<IncidentState> read() {
        return histories.incident(incident, OptionalLong.empty()).orElseThrow();
    }

    private static List<Mark> marks(Told<IncidentState> told) {
        return told.state().marks().stream().map(MarkState::mark).toList();
    }

    /** There is no room for two of them in what is remembered. */
    private UUID longIncident() {
        var id = UUID.randomUUID();
        var events = new ArrayList<Object>(List.of(declaration(id)));
        events.addAll(Collections.nCopies(2_700, new MarkRecorded(id, Mark.DETECTED, THEN, 1)));
        OtherServices.append(ServiceStack.database(), IncidentEvent.AGGREGATE_TYPE, id, "ada", events.toArray());
        await().until(() -> log.history(id, 2_700, 1).getFirst().position() != null);
        return id;
    }

    private Told<IncidentState> of(UUID id) {
        return histories.incident(id, OptionalLong.empty()).orElseThrow();
    }

    private void append(Object... events) {
        OtherServices.append(ServiceStack.database(), IncidentEvent.AGGREGATE_TYPE, incident, "ada", events);
    }

    private MarkRecorded mark(Mark mark) {
        return new MarkRecorded(incident, mark, THEN, 1);
    }

    private void send(Mark mark) {
        gateway.sendAndWait(new GenericCommandMessage<>(new RecordFact(mark(mark)), Map.of(Actor.CALLER, ADA)));
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CommandRequest request() {
        return new CommandRequest("ada", "POST", "/api/incidents", null, new byte[0]);
    }

    private static Answer answer() {
        return new Answer(200, Map.of(), new byte[0]);
    }
}
