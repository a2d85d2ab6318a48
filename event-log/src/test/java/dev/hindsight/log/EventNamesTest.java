package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.log.counter.CounterEvent;
import dev.hindsight.log.counter.CounterEvent.CounterIncreased;
import dev.hindsight.log.counter.CounterEvent.CounterStarted;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

/** Names of events are given, kept, and the only ones known. */
class EventNamesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final EventNames names = new EventNames(JSON, CounterEvent.NAMES);

    @Property
    void whatIsStoredUnderANameComesBackEqual(
            @ForAll long id, @ForAll String writer, @ForAll @LongRange(min = 0) long step) {
        var event =
                new CounterIncreased(new UUID(id, step), writer, step, Instant.ofEpochSecond(step % 4_000_000_000L));

        var stored = names.serialize(event, String.class);

        assertThat(stored.getType().getName()).isEqualTo("counter-increased");
        assertThat(names.event(stored.getType().getName(), null, stored.getData()))
                .isEqualTo(event);
    }

    @Property
    void anUnknownNameIsRefused(@ForAll String name) {
        assertThatThrownBy(() -> names.event(name, null, "{}"))
                .isInstanceOf(SerializationException.class)
                .hasMessage("Unknown event type " + name);
    }

    @Test
    void aClassWithoutANameIsNotStoredUnderItsJavaName() {
        assertThatThrownBy(() -> names.serialize("text", String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("No name is given");
    }

    @Test
    void oneEventHasOneName() {
        assertThatThrownBy(() -> new EventNames(JSON, Map.of("a", CounterStarted.class, "b", CounterStarted.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two names");
    }
}
