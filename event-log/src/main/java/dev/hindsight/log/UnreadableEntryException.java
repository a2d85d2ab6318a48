package dev.hindsight.log;

/** An entry of a type that the code does not know, so that nobody may pass it. */
public final class UnreadableEntryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long position;
    private final String eventType;

    UnreadableEntryException(long position, String eventType) {
        super("Unknown event type " + eventType + " at position " + position);
        this.position = position;
        this.eventType = eventType;
    }

    long position() {
        return position;
    }

    String eventType() {
        return eventType;
    }
}
