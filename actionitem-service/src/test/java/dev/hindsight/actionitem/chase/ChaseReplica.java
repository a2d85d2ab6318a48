package dev.hindsight.actionitem.chase;

import dev.hindsight.actionitem.ReplicaLog;
import dev.hindsight.actionitem.ReplicaProcess;
import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.actionitem.overview.ActionItemOverviewProjection;
import dev.hindsight.actionitem.ticker.ChaseTicker;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.logkit.Leases;
import dev.hindsight.logkit.PolicyHistories;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;

/** A replica of the part of the service that chases action items; it is told the time, and has none before. */
final class ChaseReplica {

    private ChaseReplica() {}

    /** The process itself: ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        try (var replica = new ReplicaLog(arguments[0], arguments[1], arguments[2]);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var jdbi = replica.jdbi();
            var histories = replica.histories();
            var policies = new PoliciesInForce(new PolicyHistories(histories));
            var axon = replica.configurer(
                            new Projection(ChaseProjection.NAME, tables -> new ChaseProjection(jdbi, tables, policies)),
                            new Projection(
                                    ActionItemOverviewProjection.NAME,
                                    tables -> new ActionItemOverviewProjection(jdbi, tables)))
                    .configureAggregate(ActionItem.class)
                    .buildConfiguration();
            replica.log().start(axon);
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
            System.out.println(ReplicaProcess.READY);
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
