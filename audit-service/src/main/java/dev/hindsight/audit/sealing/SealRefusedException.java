package dev.hindsight.audit.sealing;

/** Nothing may be signed: what the database holds is not what was signed before. The message says what to do. */
public final class SealRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealRefusedException(String message) {
        super(message);
    }
}
