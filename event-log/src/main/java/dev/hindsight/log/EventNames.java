package dev.hindsight.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** Stores events under the stable names given, such as {@code note-added}, so that a moved class is not a data migration. */
@SuppressWarnings("rawtypes") // the signatures of JacksonSerializer
public final class EventNames extends JacksonSerializer {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    /**
     * Knows these events and no others.
     *
     * @throws IllegalArgumentException if two names stand for one class
     */
    public EventNames(ObjectMapper json, Map<String, Class<?>> events) {
        super(JacksonSerializer.builder().objectMapper(json));
        classes = Map.copyOf(events);
        classes.forEach((name, event) -> {
            if (types.put(event, new SimpleSerializedType(name, null)) != null) {
                throw new IllegalArgumentException("Two names for the event " + event.getName());
            }
        });
    }

    @Override
    public SerializedType typeForClass(Class type) {
        var stable = types.get(type);
        if (stable != null) {
            return stable;
        }
        if (type == MetaData.class) {
            return super.typeForClass(type);
        }
        throw new SerializationException("No name is given for events of " + type.getName());
    }

    /** Refuses what it does not know: Axon's UnknownSerializedType would be skipped without a word. */
    @Override
    public Class classForType(SerializedType type) {
        var event = classes.get(type.getName());
        if (event != null) {
            return event;
        }
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        throw new SerializationException("Unknown event type " + type.getName());
    }

    String of(Class<?> event) {
        return typeForClass(event).getName();
    }

    Object event(String name, @Nullable String revision, String payload) {
        return deserialize(new SimpleSerializedObject<>(payload, String.class, name, revision));
    }

    Map<String, Object> metadata(String text) {
        return deserialize(new SimpleSerializedObject<String>(text, String.class, MetaData.class.getName(), null));
    }
}
