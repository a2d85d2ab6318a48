package dev.hindsight.actionitem.digest;

/** A message that no mail server has taken; the reason names no address, as it is kept for ever. */
final class MailFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    MailFailure(String reason, Exception cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
