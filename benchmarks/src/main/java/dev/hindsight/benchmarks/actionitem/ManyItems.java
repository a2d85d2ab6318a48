package dev.hindsight.benchmarks.actionitem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.benchmarks.DirectAppends;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.benchmarks.log.SampleEvents;
import dev.hindsight.testkit.WholeStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/** Fills the log with incidents and the action items that came of them, and waits until every service has followed. */
final class ManyItems {

    static final String PASSWORD = "benchmark";

    private static final int ITEMS_OF_AN_INCIDENT = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WholeStack stack;
    private final Figures figures;

    ManyItems(WholeStack stack, Figures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void fill(int items) throws SQLException {
        var incidents = incidents(1 + items / ITEMS_OF_AN_INCIDENT); // shares no divisor with twenty
        try (var appends = appends("actionitem_service", "actionitem")) {
            for (int number = 0; number < items; number++) {
                if (number % Math.max(1, items / 10) == 0) {
                    figures.say("recording action items: %d of %d".formatted(number, items));
                }
                var life = new ItemLife(number, about(number, incidents));
                var events = life.events();
                for (int sequence = 0; sequence < events.size(); sequence++) {
                    appends.add(life.id(), sequence, events.get(sequence));
                }
            }
            appends.commit();
        }
        awaitFollowers();
    }

    /** Each tenth is about two. */
    private static List<UUID> about(int number, List<UUID> incidents) {
        var first = incidents.get(number % incidents.size());
        return number % 10 == 0 ? List.of(first, incidents.get((number + 1) % incidents.size())) : List.of(first);
    }

    private List<UUID> incidents(int many) throws SQLException {
        var all = new ArrayList<UUID>();
        try (var appends = appends("incident_service", "incident")) {
            for (int number = 1; number <= many; number++) {
                var incident = UUID.randomUUID();
                appends.add(incident, 0, SampleEvents.declared(incident, number));
                all.add(incident);
            }
            appends.commit();
        }
        return all;
    }

    private DirectAppends appends(String login, String aggregateType) throws SQLException {
        return new DirectAppends(stack.databasePort(), login, PASSWORD, aggregateType);
    }

    /** What is due meanwhile is decided meanwhile, so the log has to stand still as well. */
    private void awaitFollowers() {
        long head = -1;
        for (var standing = standing(); standing.behind > 0 || standing.head > head; standing = standing()) {
            figures.say("waiting until nothing more happens: %d entries behind".formatted(standing.behind));
            head = standing.head;
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
        }
    }

    /** The last position, and how many entries all projections together have yet to handle. */
    private record Standing(long head, long behind) {}

    private Standing standing() {
        try {
            var status = JSON.readTree(stack.run("status", "--json"));
            var log = status.required("log");
            return new Standing(
                    log.required("head").asLong(),
                    log.required("pending").asLong()
                            + StreamSupport.stream(
                                            status.required("projections").spliterator(), false)
                                    .mapToLong(projection ->
                                            projection.required("lag").asLong())
                                    .sum());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
