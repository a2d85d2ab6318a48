package dev.hindsight.benchmarks.incident;

import dev.hindsight.benchmarks.ApiClient;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.testkit.WholeStack;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** How long one client waits for a command and for a look, in turn at incidents of each size. */
final class IncidentCosts {

    private static final int WARM_UP = 150;
    private static final int SHORT = 20;
    private static final double MOST = 2;

    private final WholeStack stack;
    private final Figures figures;
    private final List<Integer> sizes;
    private final int repetitions;
    private final ApiClient api;
    private final Responder responder;
    private final LongHistories histories;

    IncidentCosts(WholeStack stack, Figures figures, List<Integer> sizes, int repetitions) {
        this.stack = stack;
        this.figures = figures;
        this.sizes = sizes;
        this.repetitions = repetitions;
        api = new ApiClient(() -> stack.tokenOf("responder"));
        responder = new Responder(api);
        histories = new LongHistories(stack.databasePort());
    }

    /** A process that has just started would take seconds for its first long incident. */
    void measure() {
        figures.say("warming up with short incidents");
        rounds(List.of(new Subject(SHORT, Growth.TIMELINE)), stack.incidentServiceUrl(), 2 * WARM_UP);
        for (var growth : Growth.values()) {
            figures.say("incidents of %s events: %s".formatted(sizes, growth.events));
            var service = stack.incidentServiceUrl();
            var incidents =
                    sizes.stream().map(size -> new Subject(size, growth)).toList();
            for (var place : List.of(service, stack.gatewayUrl())) {
                var name = place.equals(service) ? "at the service" : "through the gateway";
                figures.say("%s, warming up".formatted(name));
                rounds(incidents, place, WARM_UP);
                figures.say("%s, measuring".formatted(name));
                report("A command %s, p50; history of %s".formatted(name, growth.events), incidents, place);
            }
        }
    }

    private void report(String section, List<Subject> incidents, String url) {
        var measured = rounds(incidents, url, repetitions);
        add(section, measured, Waits::commands);
        add(section.replace("A command", "A command that asks for headers alone"), measured, Waits::minimal);
        add(section.replace("A command", "A look"), measured, Waits::looks);
    }

    /** The first size is what the others are compared with. */
    private void add(String section, List<Waits> measured, Function<Waits, Sample> kind) {
        Figure first = null;
        for (var waits : measured) {
            var sample = kind.apply(waits);
            var figure = Figure.of(
                    section,
                    "%d events, answer of %d kB".formatted(waits.events(), sample.bytes() / 1000),
                    sample.median() / 1e6,
                    "ms");
            first = first == null ? figures.add(figure) : compared(figure, first);
        }
    }

    private Figure compared(Figure figure, Figure first) {
        figures.add(figure.comparedWith(first).atMost(MOST));
        return first;
    }

    private List<Waits> rounds(List<Subject> incidents, String url, int rounds) {
        var waits = incidents.stream().map(it -> new Waits(it.size)).toList();
        for (int round = 0; round < rounds; round++) {
            api.staySignedIn();
            for (int i = 0; i < incidents.size(); i++) {
                var subject = incidents.get(i);
                subject.keepSize();
                waits.get(i).commands().time(() -> responder.command(url, subject.incident, subject.growth));
                waits.get(i).minimal().time(() -> responder.minimalCommand(url, subject.incident, subject.growth));
                subject.events += 2;
                waits.get(i).looks().time(() -> responder.look(url, subject.incident));
            }
        }
        return waits;
    }

    /** An incident to measure with; a new one when commands have made it longer than it stands for. */
    private final class Subject {

        private static final double TOLERANCE = 0.5;

        private final int size;
        private final Growth growth;
        private String incident = "";
        private int events;

        Subject(int size, Growth growth) {
            this.size = size;
            this.growth = growth;
            begin(size);
        }

        private void begin(int length) {
            incident = responder.declare(stack.incidentServiceUrl());
            histories.extend(UUID.fromString(incident), length, growth);
            events = length;
        }

        void keepSize() {
            if (events > size * (1 + TOLERANCE)) {
                begin((int) (size * (1 - TOLERANCE)));
            }
        }
    }

    private record Waits(int events, Sample commands, Sample minimal, Sample looks) {

        Waits(int events) {
            this(events, new Sample(), new Sample(), new Sample());
        }
    }

    private static final class Sample {

        private final List<Long> nanos = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();

        void time(IntSupplier work) {
            long began = System.nanoTime();
            int size = work.getAsInt();
            nanos.add(System.nanoTime() - began);
            sizes.add(size);
        }

        long median() {
            return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
        }

        int bytes() {
            return sizes.stream().sorted().skip(sizes.size() / 2).findFirst().orElseThrow();
        }
    }
}
