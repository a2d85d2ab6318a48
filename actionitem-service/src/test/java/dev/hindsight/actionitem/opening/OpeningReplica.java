package dev.hindsight.actionitem.opening;

import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.testkit.JtaPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A process that does nothing but open items: can be killed. */
final class OpeningReplica implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private OpeningReplica(Process process) {
        this.process = process;
    }

    /** Starts a process that follows the log; returns when it does. */
    static OpeningReplica start(String node, String url, String password) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningReplica.class.getName(),
                        node,
                        url,
                        password)
                .redirectError(Path.of("target", "opening-" + node + ".log").toFile())
                .start();
        for (var answers = process.inputReader(StandardCharsets.UTF_8); ; ) {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The replica ended; its log is in target");
            }
            if (line.equals(READY)) {
                return new OpeningReplica(process);
            }
        }
    }

    /** As {@code kill -9} does: nothing is tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The process itself: ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        var settings = EventLogSettings.of("actionitem", arguments[0])
                .withClaimTimeout(Duration.ofSeconds(3))
                .withRetryPause(Duration.ofSeconds(1));
        try (var pool = new JtaPool(arguments[1], "actionitem_service", arguments[2], 8);
                var log = new EventLog(
                        pool.database(),
                        pool.jta(),
                        pool.synchronizations(),
                        EventJson.mapper(),
                        EventCatalogue.types(),
                        settings);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var references = new ActionItemReferences(Jdbi.create(pool.database()));
            log.start(log.configurer(List.of())
                    .configureCorrelationDataProviders(_ ->
                            List.of(command -> command.getMetaData().get(Actor.CALLER) instanceof Actor caller
                                    ? Map.of("actor", caller.subject())
                                    : Map.of()))
                    .configureAggregate(ActionItem.class)
                    .eventProcessing(processing -> processing.registerEventHandler(
                            axon -> new ActionItemOpening(axon.commandGateway(), log.reader(), references)))
                    .buildConfiguration());
            System.out.println(READY);
            while (input.readLine() != null) {
                // it is told nothing; the end of its input is its end
            }
        }
    }
}
