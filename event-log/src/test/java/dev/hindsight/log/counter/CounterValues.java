package dev.hindsight.log.counter;

import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import dev.hindsight.log.counter.CounterEvent.CounterIncreased;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jdbi.v3.core.Jdbi;

/** How often each counter was increased; can be told to fail. */
@ProcessingGroup(CounterValues.NAME)
public class CounterValues {

    public static final String NAME = "counter-values";

    private static final String ADD = """
            INSERT INTO counter.counter_value<set> AS value VALUES (?, ?)
            ON CONFLICT (counter_id) DO UPDATE SET increases = value.increases + excluded.increases
            """;

    private final Jdbi jdbi;
    private final TableSet tables;
    private volatile UUID broken;
    private volatile Gate gate = Gate.open();

    CounterValues(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    /** From now on events of this counter cannot be handled; {@code null} cures it. */
    public void breakAt(UUID counter) {
        broken = counter;
    }

    /** From now on handling begins only when the gate opens. */
    public void waitFor(Gate gate) {
        this.gate = gate;
    }

    @EventHandler
    void on(CounterEvent event) throws InterruptedException {
        gate.pass();
        if (event.counterId().equals(broken)) {
            throw new IllegalStateException("secret: " + event);
        }
        Batch.<Map<UUID, Integer>>of(NAME, HashMap::new, this::write)
                .merge(event.counterId(), event instanceof CounterIncreased ? 1 : 0, Integer::sum);
    }

    private void write(Map<UUID, Integer> increases) {
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(ADD).define("set", tables.suffix());
            increases.forEach((counter, value) -> batch.add(counter, value));
            batch.execute();
        });
    }

    public int of(UUID counter) {
        return jdbi.withHandle(db -> db.createQuery("SELECT increases FROM counter.counter_value WHERE counter_id = ?")
                .bind(0, counter)
                .mapTo(int.class)
                .findOne()
                .orElse(-1));
    }
}
