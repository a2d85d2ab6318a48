package dev.hindsight.actionitem.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.kit.json.EventJson;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told: that something happened, and where to read it. Whoever wants to know more asks for it, with the
 * rights that they have.
 *
 * @param type stored name of the event
 * @param timestamp when the event was recorded
 */
record Message(String type, Instant timestamp, Data data) {

    private static final ObjectMapper JSON = EventJson.mapper();

    /**
     * What it is about, as it stands now.
     *
     * @param title null unless everyone may read it
     * @param link to its page
     * @param position of the event in the log
     */
    record Data(
            Subject.Kind kind,
            UUID id,
            @Nullable String reference,
            @Nullable String title,
            String status,
            String team,
            @Nullable LocalDate due,
            String link,
            long position,
            UUID eventId) {}

    /** @param address of this installation as browsers know it */
    static Message of(Due due, Subject subject, String address) {
        return new Message(
                due.eventType(),
                due.recordedAt(),
                new Data(
                        subject.kind(),
                        subject.id(),
                        subject.reference(),
                        subject.isOpen() ? subject.title() : null,
                        subject.status(),
                        subject.team(),
                        subject.due(),
                        address + subject.path(),
                        due.position(),
                        due.eventId()));
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
