package dev.hindsight.actionitem.digest;

/** A message that no mail server has taken; the reason names no address, as it is kept for ever. */
final class MailFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean outage;

    /** @param outage whether any other message would have failed too */
    MailFailure(String reason, boolean outage, Exception cause) {
        super(reason, cause);
        this.reason = reason;
        this.outage = outage;
    }

    boolean isOutage() {
        return outage;
    }

    String reason() {
        return reason;
    }
}
