package dev.hindsight.actionitem.people;

import org.jspecify.annotations.Nullable;

/** The identity provider does not say who somebody is: that is not known now, and may be later. */
public final class DirectoryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    DirectoryUnavailable(String reason, @Nullable Exception cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
