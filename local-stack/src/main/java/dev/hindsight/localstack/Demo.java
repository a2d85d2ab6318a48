package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads the sample outages into a running Hindsight as the demo user {@code responder}; doing it again adds nothing. */
final class Demo {

    private static final String USER = "responder";

    private static final String NEXT = """

            Next: open %s and sign in as responder (the password is the name); the outages are on the first page.
            Running ./hindsight demo again adds nothing: a record that is there already is left as it is.
            """;

    private final Settings settings;
    private final PrintStream out;

    Demo(Settings settings) {
        this(settings, System.out);
    }

    Demo(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** The exit code: 0 when every record is there afterwards. */
    int run(boolean json) throws IOException, InterruptedException {
        var began = Instant.now();
        var records = SampleRecord.all(settings.checkout());
        var client = new ImportClient(settings.gatewayUrl(), token());
        var outcomes = new ArrayList<ImportOutcome>();
        if (!json) {
            out.printf("Importing %d real outages into %s%n%n", records.size(), settings.gatewayUrl());
        }
        var titles = records.stream().collect(Collectors.toMap(SampleRecord::id, SampleRecord::title));
        client.send(records, outcome -> {
            outcomes.add(outcome);
            if (!json) {
                tell(outcomes.size(), records.size(), outcome, titles.getOrDefault(outcome.recordId(), ""));
            }
        });
        if (outcomes.size() < records.size()) {
            throw new StackFailure(
                    "The import broke off after %d of %d records; run ./hindsight demo again: it goes on where it stopped."
                            .formatted(outcomes.size(), records.size()));
        }
        if (json) {
            out.println(asJson(outcomes));
        } else {
            out.printf(
                    "%n%s in %.1f s%n",
                    summary(outcomes), Duration.between(began, Instant.now()).toMillis() / 1000.0);
            out.printf(NEXT, settings.gatewayUrl());
        }
        return outcomes.stream().allMatch(ImportOutcome::isThere) ? 0 : 1;
    }

    private String token() throws IOException, InterruptedException {
        try {
            return new DirectGrant(settings.realmUrl()).accessToken(USER, USER);
        } catch (ConnectException notRunning) {
            throw ImportClient.notRunning(settings.realmUrl(), notRunning);
        }
    }

    private void tell(int number, int of, ImportOutcome outcome, String title) {
        var line = "  %2d/%d  %-9s  %-13s  %s".formatted(number, of, outcome.outcome(), outcome.reference(), title);
        out.println(outcome.isThere() ? line : line + ": " + outcome.reason());
    }

    private static String summary(List<ImportOutcome> outcomes) {
        return counts(outcomes).entrySet().stream()
                .map(count -> "%d %s".formatted(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static TreeMap<String, Long> counts(List<ImportOutcome> outcomes) {
        return outcomes.stream()
                .map(ImportOutcome::outcome)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static String asJson(List<ImportOutcome> outcomes) {
        var document = new ObjectMapper().createObjectNode();
        var totals = document.putObject("totals");
        counts(outcomes).forEach(totals::put);
        document.putArray("records")
                .addAll(outcomes.stream().map(ImportOutcome::json).toList());
        return document.toPrettyString();
    }
}
