package dev.hindsight.merkle;

/** A note that no known key has signed, or one with a wrong signature of a known key. */
public final class UnverifiedNoteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnverifiedNoteException(String message) {
        super(message);
    }
}
