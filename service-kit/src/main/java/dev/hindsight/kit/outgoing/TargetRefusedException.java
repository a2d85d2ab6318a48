package dev.hindsight.kit.outgoing;

/** Says why nothing is sent to an address; the address itself is not named. */
public final class TargetRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    TargetRefusedException(String reason) {
        super(reason);
    }

    /** In words, for whoever named the address. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
