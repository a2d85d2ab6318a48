package dev.hindsight.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.incident.domain.IncidentCommand;
import dev.hindsight.incident.domain.IncidentCommand.DeclareIncident;
import dev.hindsight.incident.domain.IncidentCommand.RecordFact;
import dev.hindsight.kit.command.Answer;
import dev.hindsight.kit.command.CommandRequest;
import dev.hindsight.kit.command.Commands;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a command records and the answer under its key, on the real log and in the moments that HTTP cannot choose. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class CommandsTest {

    private static final Actor ADA = new Actor("ada", Set.of("responder"), Set.of("chain-core"));
    private static final OccurredAt THEN = OccurredAt.at(Instant.parse("2026-03-01T12:00:00Z"));

    @Inject
    Commands commands;

    @Inject
    CommandGateway gateway;

    @Inject
    Jdbi database;

    private final String key = UUID.randomUUID().toString();
    private final UUID incident = UUID.randomUUID();

    @Test
    void anEntryAndTheKeyOfItsCommandAreOfOneTransaction() {
        commands.execute(request("{}"), () -> declare(incident));

        assertThat(column("SELECT xmin::text FROM log.event_entry WHERE aggregate_id = :it::uuid", incident))
                .hasSize(1)
                .isEqualTo(column("SELECT xmin::text FROM incident.idempotency_key WHERE idempotency_key = :it", key));
    }

    @Test
    void aFailureAfterTheEntryLeavesNeitherEntryNorKey() {
        assertThatThrownBy(() -> commands.execute(request("{}"), () -> {
                    declare(incident);
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");

        assertThat(entries(incident)).isZero();
        assertThat(keys()).isZero();
    }

    @Test
    void aRefusalLeavesNeitherEntryNorKey() {
        var refusal = new Answer(422, Map.of(), "{}".getBytes(UTF_8));

        var answer = commands.execute(request("{}"), () -> {
            declare(incident);
            return refusal;
        });

        assertThat(answer).isSameAs(refusal);
        assertThat(entries(incident)).isZero();
        assertThat(keys()).isZero();
    }

    @Test
    void anAnswerThatGotLostIsGivenAgainAndNothingIsDoneTwice() {
        var runs = new AtomicInteger();
        Supplier<Answer> work = () -> {
            runs.incrementAndGet();
            return declare(incident);
        };
        var lost = commands.execute(request("{}"), work);

        var again = commands.execute(request("{}"), work);

        assertThat(again.status()).isEqualTo(lost.status());
        assertThat(again.body()).isEqualTo(lost.body());
        assertThat(again.headers()).containsAllEntriesOf(lost.headers()).containsEntry("Idempotent-Replay", "true");
        assertThat(runs).hasValue(1);
        assertThat(entries(incident)).isEqualTo(1);
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsRefusedBeforeAnythingIsDone() {
        commands.execute(request("{}"), () -> declare(incident));
        var other = UUID.randomUUID();

        assertThatThrownBy(() -> commands.execute(request("{\"other\":1}"), () -> declare(other)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problem().type()).hasToString("/problems/idempotency-key-reused"));
        assertThat(entries(other)).isZero();
    }

    @Test
    void ofTwoThatAreSentAtOnceUnderOneKeyTheLaterIsUndoneAndGivenTheAnswerOfTheFirst() throws Exception {
        var bothHaveAppended = new CyclicBarrier(2);
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = ids.stream()
                    .map(id -> threads.submit(() -> commands.execute(request("{}"), () -> {
                        var answer = declare(id);
                        waitAt(bothHaveAppended);
                        return answer;
                    })))
                    .toList();

            assertThat(answers.getFirst().get().body())
                    .isEqualTo(answers.getLast().get().body());
        }
        assertThat(ids.stream().mapToLong(this::entries).sum()).isEqualTo(1);
        assertThat(keys()).isEqualTo(1);
    }

    /** The first holds the place of its entry until the second waits for it, so that the second is sure to lose. */
    @Test
    void aChangeThatSomebodyElseForestalledIsDecidedAnew() throws Exception {
        gateway.sendAndWait(message(declaration(incident)));
        var runs = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(1)) {
            var second = new Future<?>[1];
            commands.execute(request("{}"), () -> {
                var answer = mark(Mark.DETECTED);
                second[0] = threads.submit(() -> commands.execute(unkeyed(), () -> {
                    runs.incrementAndGet();
                    return mark(Mark.IMPACT_STARTED);
                }));
                await().until(this::somebodyWaitsForALock);
                return answer;
            });
            second[0].get();
        }

        assertThat(runs).hasValue(2);
        assertThat(column(
                        "SELECT sequence::text FROM log.event_entry WHERE aggregate_id = :it::uuid ORDER BY 1",
                        incident))
                .containsExactly("0", "1", "2");
    }

    private CommandRequest request(String body) {
        return new CommandRequest("ada", "POST", "/api/incidents", key, body.getBytes(UTF_8));
    }

    private static CommandRequest unkeyed() {
        return new CommandRequest("ada", "POST", "/api/incidents", null, new byte[0]);
    }

    private Answer declare(UUID id) {
        gateway.sendAndWait(message(declaration(id)));
        return answer(id);
    }

    private Answer mark(Mark mark) {
        gateway.sendAndWait(message(new RecordFact(new MarkRecorded(incident, mark, THEN, 1))));
        return answer(incident);
    }

    private static Answer answer(UUID id) {
        return new Answer(200, Map.of("ETag", "\"1\""), id.toString().getBytes(UTF_8));
    }

    private static GenericCommandMessage<IncidentCommand> message(IncidentCommand command) {
        return new GenericCommandMessage<>(command, Map.of(Actor.CALLER, ADA));
    }

    private static DeclareIncident declaration(UUID id) {
        return new DeclareIncident(
                id,
                "INC-2026-" + id,
                "Blocks are late",
                null,
                IncidentMode.LIVE,
                false,
                Severity.SEV3,
                "chain-core",
                Visibility.OPEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                THEN,
                null);
    }

    private long entries(UUID id) {
        return column("SELECT sequence::text FROM log.event_entry WHERE aggregate_id = :it::uuid", id)
                .size();
    }

    private long keys() {
        return column("SELECT path FROM incident.idempotency_key WHERE idempotency_key = :it", key)
                .size();
    }

    private List<String> column(String query, Object it) {
        return database.withHandle(db -> db.createQuery(query)
                .bind("it", it.toString())
                .mapTo(String.class)
                .list());
    }

    private boolean somebodyWaitsForALock() {
        return database.withHandle(
                db -> db.createQuery("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'transactionid')")
                        .mapTo(boolean.class)
                        .one());
    }

    private static void waitAt(CyclicBarrier barrier) {
        try {
            barrier.await(30, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the other did not come", e);
        }
    }
}
