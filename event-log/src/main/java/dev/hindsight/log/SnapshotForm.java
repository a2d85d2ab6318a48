package dev.hindsight.log;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * How the state of one kind of aggregate is written into a snapshot and read again: its fields as JSON, so that the class
 * needs nothing for it but fields that Jackson can fill.
 *
 * @param type the aggregate's stored name
 * @param revision changes with the code of the aggregate; snapshots of another one are not looked at
 */
public record SnapshotForm<A>(Class<A> aggregate, String type, String revision, ObjectMapper json) {

    public static <A> SnapshotForm<A> of(Class<A> aggregate, ObjectMapper events) {
        var root = aggregate.getAnnotation(AggregateRoot.class);
        if (root == null || root.type().isEmpty()) {
            throw new IllegalArgumentException(aggregate.getName() + " has no name for its stored entries");
        }
        return new SnapshotForm<>(aggregate, root.type(), CodeRevision.of(aggregate), fields(events));
    }

    private static ObjectMapper fields(ObjectMapper events) {
        return events.copy()
                .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .setVisibility(PropertyAccessor.SETTER, Visibility.NONE)
                .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }

    public String write(Object state) throws JsonProcessingException {
        return json.writeValueAsString(state);
    }

    public A read(String state) throws JsonProcessingException {
        return json.readValue(state, aggregate);
    }
}
