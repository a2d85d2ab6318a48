package dev.hindsight.kit.outgoing;

/** Says why a request got no answer; the address itself is not named. */
public final class OutgoingFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    OutgoingFailureException(String reason) {
        super(reason);
    }

    /** In words, for whoever named the address. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
