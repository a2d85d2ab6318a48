package dev.hindsight.incident.records;

/** A record that cannot be taken over, with the reason for the person who sent it. */
public final class RecordRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordRejected(String reason) {
        super(reason);
    }
}
