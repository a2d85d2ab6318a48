package dev.hindsight.gateway.proxy;

import dev.hindsight.gateway.setup.Limits;
import java.time.Duration;

/** What kind of work a path asks for, and so how long it may be silent and how much it may bring along. */
enum RequestClass {
    ORDINARY,
    IMPORT,
    STREAM;

    static RequestClass of(String path) {
        if (path.endsWith("/import")) {
            return IMPORT;
        }
        return path.endsWith("/stream") ? STREAM : ORDINARY;
    }

    Duration silence(Limits limits) {
        return this == ORDINARY ? limits.answer() : limits.longAnswer();
    }

    long body(Limits limits) {
        return (this == IMPORT ? limits.importBody() : limits.body()).asLongValue();
    }
}
