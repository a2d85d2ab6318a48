package dev.hindsight.localstack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Tells the person at the terminal what happens, one line a part. */
final class Progress {

    private final PrintStream out;

    Progress() {
        this(System.out);
    }

    Progress(PrintStream out) {
        this.out = out;
    }

    static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    void step(String part, String what) {
        line(part, "…", what);
    }

    void ready(String part, Duration took, String where) {
        line(part, "ready", "%5.1f s   %s".formatted(took.toMillis() / 1000.0, where));
    }

    void stopped(String part, Duration took) {
        line(part, "stopped", "%5.1f s".formatted(took.toMillis() / 1000.0));
    }

    void state(String part, String state, String details) {
        line(part, state, details);
    }

    synchronized void say(String sentence) {
        out.println(sentence);
    }

    private synchronized void line(String part, String state, String rest) {
        out.println("  %-20s %-8s %s".formatted(part, state, rest).stripTrailing());
    }
}
