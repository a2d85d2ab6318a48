package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What runs at this moment: each part's process, port, memory and age, and how far each projection is. */
record Status(Settings settings, Parts parts, Optional<ProcessHandle> stack) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RESIDENT = Pattern.compile("^Pss:\\s+(\\d+) kB", Pattern.MULTILINE);

    boolean isUp() throws IOException {
        for (var part : parts.all()) {
            if (part.running().isEmpty()) {
                return false;
            }
        }
        return stack.isPresent();
    }

    void print(Progress progress) throws IOException {
        progress.say(stack.map(process -> isUpUnchecked()
                        ? "Hindsight is up at %s (process %d).".formatted(settings.gatewayUrl(), process.pid())
                        : "Hindsight is starting, stopping or in trouble (process %d).".formatted(process.pid()))
                .orElse("Hindsight is not running; ./hindsight up starts it."));
        for (var part : parts.all()) {
            var process = part.running();
            if (process.isPresent()) {
                progress.state(part.name(), "running", describe(part, process.get()));
            } else {
                progress.state(part.name(), "stopped", "");
            }
        }
        settings.externalDatabase().ifPresent(url -> progress.state("PostgreSQL", "external", url));
        settings.externalRealm().ifPresent(url -> progress.state("Keycloak", "external", url));
        logProgress().print(progress);
    }

    void printJson(Progress progress) throws IOException {
        var answer = JSON.createObjectNode().put("up", isUp()).put("url", settings.gatewayUrl());
        stack.ifPresent(process -> answer.put("process", process.pid()));
        var list = answer.putArray("parts");
        for (var part : parts.all()) {
            describe(part, list.addObject());
        }
        logProgress().printJson(answer);
        progress.say(answer.toPrettyString());
    }

    private LogProgress logProgress() throws IOException {
        var running = new ArrayList<ServicePages>();
        for (var service : parts.services()) {
            if (service.running().isPresent()) {
                running.add(service.pages());
            }
        }
        return LogProgress.of(running);
    }

    private boolean isUpUnchecked() {
        try {
            return isUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(Part part, ProcessHandle process) {
        var megabytes = residentBytes(process);
        return "process %-7d 127.0.0.1:%-6d %s  up %s"
                .formatted(
                        process.pid(),
                        part.ports().getFirst().number(),
                        megabytes.isPresent() ? "%4d MB".formatted(megabytes.getAsLong() >> 20) : "",
                        age(process).map(Status::readable).orElse("?"));
    }

    private static void describe(Part part, ObjectNode node) throws IOException {
        var process = part.running();
        node.put("name", part.name())
                .put("running", process.isPresent())
                .put("port", part.ports().getFirst().number());
        process.ifPresent(running -> {
            node.put("process", running.pid());
            residentBytes(running).ifPresent(bytes -> node.put("residentBytes", bytes));
            age(running).ifPresent(age -> node.put("uptimeSeconds", age.toSeconds()));
        });
    }

    /** With all its descendants: PostgreSQL is many processes. A page that several share is divided among them. */
    private static OptionalLong residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> Path.of("/proc", Long.toString(each.pid()), "smaps_rollup"))
                .flatMap(Status::residentBytes)
                .mapToLong(Long::longValue)
                .reduce(Long::sum);
    }

    private static Stream<Long> residentBytes(Path shares) {
        try {
            return RESIDENT.matcher(Files.readString(shares))
                    .results()
                    .map(found -> Long.parseLong(found.group(1)) * 1024);
        } catch (IOException endedOrNoSuchSystem) {
            return Stream.empty();
        }
    }

    private static Optional<Duration> age(ProcessHandle process) {
        return process.info().startInstant().map(start -> Duration.between(start, Instant.now()));
    }

    private static String readable(Duration age) {
        return "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
