package dev.hindsight.actionitem.digest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** The ids of digests follow from what they are, so that whoever composes one again composes the same one. */
final class DigestIds {

    private DigestIds() {}

    /** The one digest of a person and a day. */
    static UUID ofDay(String recipient, LocalDate day) {
        return named("digest of %s on %s".formatted(recipient, day));
    }

    /** A message of its own about one event. */
    static UUID ofEvent(String recipient, UUID eventId) {
        return named("message to %s about %s".formatted(recipient, eventId));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
