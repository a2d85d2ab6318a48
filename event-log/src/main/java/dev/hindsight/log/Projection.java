package dev.hindsight.log;

import java.util.function.Function;

/**
 * A read model that can be rebuilt while it is read.
 *
 * @param name its processor and processing group, as in the table {@code projection} of the service's schema
 * @param handlers makes its event handlers, writing to one set of tables
 */
public record Projection(String name, Function<TableSet, Object> handlers) {

    /** The processor that fills the next tables. */
    static String next(String name) {
        return name + "-next";
    }
}
