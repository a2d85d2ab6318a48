package dev.hindsight.actionitem.chase;

import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.actionitem.overview.ActionItemOverviewProjection;
import dev.hindsight.actionitem.ticker.ChaseTicker;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Leases;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.testkit.JtaPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;

/** A replica of the part of the service that chases action items, in a process that is told the time and can be killed. */
final class ChaseReplica implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private ChaseReplica(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Starts a process that follows the log and has no time yet; returns when it does. */
    static ChaseReplica start(String node, String url, String password) throws IOException {
        var replica = new ChaseReplica(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChaseReplica.class.getName(),
                        node,
                        url,
                        password)
                .redirectError(Path.of("target", "chase-" + node + ".log").toFile())
                .start());
        replica.await(READY);
        return replica;
    }

    /** From now on it is this time; returns when the replica knows. */
    void tell(Instant now) throws IOException {
        orders.println(now);
        await(now.toString());
    }

    private void await(String expected) throws IOException {
        for (var line = answers.readLine(); !expected.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The replica ended; its log is in target");
            }
        }
    }

    /** As {@code kill -9} does: nothing is tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The process itself: ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        var settings = EventLogSettings.of("actionitem", arguments[0] + "-" + UUID.randomUUID())
                .withClaimTimeout(Duration.ofSeconds(1))
                .withRetryPause(Duration.ofMillis(200));
        try (var pool = new JtaPool(arguments[1], "actionitem_service", arguments[2], 8);
                var log = new EventLog(
                        pool.database(),
                        pool.jta(),
                        pool.synchronizations(),
                        EventJson.mapper(),
                        EventCatalogue.types(),
                        settings);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var jdbi = Jdbi.create(pool.database())
                    .registerArrayType(String.class, "text")
                    .registerArrayType(UUID.class, "uuid");
            var histories = new Histories(log.reader());
            var policies = new PoliciesInForce(new PolicyHistories(histories));
            var axon = log.configurer(List.of(
                            new Projection(ChaseProjection.NAME, tables -> new ChaseProjection(jdbi, tables, policies)),
                            new Projection(
                                    ActionItemOverviewProjection.NAME,
                                    tables -> new ActionItemOverviewProjection(jdbi, tables))))
                    .configureCorrelationDataProviders(_ ->
                            List.of(command -> command.getMetaData().get(Actor.CALLER) instanceof Actor caller
                                    ? Map.of("actor", caller.subject())
                                    : Map.of()))
                    .configureAggregate(ActionItem.class)
                    .buildConfiguration();
            log.start(axon);
            var clock = new ToldClock();
            var ticker = new ChaseTicker(
                    new ChaseToDo(jdbi),
                    new Leases(jdbi, "actionitem"),
                    axon.commandGateway(),
                    histories,
                    new IncidentAccess(histories),
                    policies,
                    clock,
                    Duration.ofMillis(500));
            Thread.ofPlatform().daemon().name("ticker").start(() -> {
                while (true) {
                    ticker.tick();
                    LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
                }
            });
            System.out.println(READY);
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                clock.now = Instant.parse(line);
                System.out.println(line);
            }
        }
    }

    /** Long ago, until it is told. */
    private static final class ToldClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("It is asked for moments only");
        }
    }
}
