package dev.hindsight.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets a test fail with what went wrong while it sets up, without declaring it. */
final class Unchecked {

    /** Something that may fail as files and processes do. */
    interface Source<T> {
        T get() throws IOException, InterruptedException;
    }

    /** Something to do that may fail as files and processes do. */
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    private Unchecked() {}

    static <T> T get(Source<T> source) {
        try {
            return source.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void run(Action action) {
        get(() -> {
            action.run();
            return true;
        });
    }
}
