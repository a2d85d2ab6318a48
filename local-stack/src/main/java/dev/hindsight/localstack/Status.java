package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What runs at this moment: each part's process, port, memory and age, how far each projection is, and the seal. */
record Status(Settings settings, Parts parts, Optional<ProcessHandle> stack) {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        progress.state(
                "mail",
                settings.externalMail().isPresent() ? "external" : "read at",
                settings.externalMail().orElseGet(settings::mailPagesUrl));
        progress.state(
                "memory",
                "held",
                "%d MB by the services and the gateway, %d MB by everything"
                        .formatted(residentBytes(parts.services()) >> 20, residentBytes(parts.all()) >> 20));
        logProgress().print(progress);
    }

    void printJson(Progress progress) throws IOException {
        var answer = JSON.createObjectNode().put("up", isUp()).put("url", settings.gatewayUrl());
        stack.ifPresent(process -> answer.put("process", process.pid()));
        var list = answer.putArray("parts");
        for (var part : parts.all()) {
            describe(part, list.addObject());
        }
        answer.put("servicesResidentBytes", residentBytes(parts.services()))
                .put("residentBytes", residentBytes(parts.all()));
        logProgress().printJson(answer);
        progress.say(answer.toPrettyString());
    }

    private static long residentBytes(List<? extends Part> parts) throws IOException {
        var sum = 0L;
        for (var part : parts) {
            sum += part.running()
                    .map(Memory::residentBytes)
                    .orElse(OptionalLong.empty())
                    .orElse(0);
        }
        return sum;
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
        var megabytes = Memory.residentBytes(process);
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
            Memory.residentBytes(running).ifPresent(bytes -> node.put("residentBytes", bytes));
            age(running).ifPresent(age -> node.put("uptimeSeconds", age.toSeconds()));
        });
    }

    private static Optional<Duration> age(ProcessHandle process) {
        return process.info().startInstant().map(start -> Duration.between(start, Instant.now()));
    }

    private static String readable(Duration age) {
        return "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
