package dev.hindsight.gateway.proxy;

import java.time.Duration;

/** The kinds of exchange that differ in how long they may take and how much they may carry. */
enum Pace {
    /** A question or a command: small, and soon answered. */
    PROMPT,
    /** Many records at once: large, answered line by line. */
    IMPORT,
    /** A file, or a long series: large, and soon answered once all of it has come. */
    UPLOAD,
    /** Server-sent events: answered at once, and then for as long as the reader stays. */
    STREAM;

    static Pace of(String path) {
        if (path.endsWith("/import")) {
            return IMPORT;
        }
        if (path.endsWith("/evidence")) {
            return UPLOAD;
        }
        return path.endsWith("/stream") ? STREAM : PROMPT;
    }

    /** From the end of the request to the head of the answer. */
    Duration answerWithin(ProxySettings settings) {
        return this == IMPORT ? settings.importTimeout() : settings.responseTimeout();
    }

    long bodyLimit(ProxySettings settings) {
        var limit = switch (this) {
            case IMPORT -> settings.importLimit();
            case UPLOAD -> settings.uploadLimit();
            case PROMPT, STREAM -> settings.bodyLimit();
        };
        return limit.asLongValue();
    }
}
