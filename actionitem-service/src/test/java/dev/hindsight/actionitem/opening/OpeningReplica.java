package dev.hindsight.actionitem.opening;

import dev.hindsight.actionitem.ReplicaProcess;
import dev.hindsight.actionitem.domain.ActionItem;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.EventLogSettings;
import dev.hindsight.logkit.KeptActor;
import dev.hindsight.testkit.JtaPool;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A process that does nothing but open items. */
final class OpeningReplica {

    private OpeningReplica() {}

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
                    .configureCorrelationDataProviders(_ -> List.of(new KeptActor()))
                    .configureAggregate(ActionItem.class)
                    .eventProcessing(processing -> processing.registerEventHandler(
                            axon -> new ActionItemOpening(axon.commandGateway(), log.reader(), references)))
                    .buildConfiguration());
            System.out.println(ReplicaProcess.READY);
            while (input.readLine() != null) {
                // it is told nothing; the end of its input is its end
            }
        }
    }
}
