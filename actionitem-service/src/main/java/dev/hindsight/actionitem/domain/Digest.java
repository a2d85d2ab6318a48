package dev.hindsight.actionitem.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.hindsight.actionitem.domain.DigestCommand.ComposeDigest;
import dev.hindsight.actionitem.domain.DigestCommand.RecordDelivery;
import dev.hindsight.actionitem.domain.DigestCommand.RecordFailure;
import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.contracts.digest.DigestEvent.DigestComposed;
import dev.hindsight.contracts.digest.DigestEvent.DigestDelivered;
import dev.hindsight.contracts.digest.DigestEvent.DigestDeliveryFailed;
import dev.hindsight.folds.digest.Retries;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Guards one digest: what it tells is decided once, and once it is delivered or given up nothing more becomes of it. */
@AggregateRoot(type = Digest.TYPE)
@SuppressWarnings("NullAway.Init") // Axon fills the fields by replaying events
public class Digest {

    /** Under this name its entries are stored, for ever. */
    public static final String TYPE = DigestEvent.AGGREGATE_TYPE;

    @AggregateIdentifier
    private UUID id;

    private @Nullable Instant firstRefusedAt;
    private int attempts;
    private boolean settled;

    // decide: check the rules, then state what happened

    @CommandHandler
    Digest(ComposeDigest command) {
        apply(new DigestComposed(
                command.digestId(),
                command.recipient(),
                command.day(),
                command.notices(),
                command.messageId(),
                command.now()));
    }

    /** Sent by two replicas at once, which only a frozen one can do, it is delivered by the first that says so. */
    @CommandHandler
    void handle(RecordDelivery command) {
        if (!settled) {
            apply(new DigestDelivered(
                    id, attempts + 1, command.now(), command.withheld(), command.answer(), command.overtaken()));
        }
    }

    @CommandHandler
    void handle(RecordFailure command) {
        if (!settled) {
            int attempt = attempts + 1;
            apply(
                    switch (command.prospect()) {
                        case NONE -> new DigestDeliveryFailed(id, attempt, command.now(), command.reason(), true);
                        case DOUBTFUL ->
                            new DigestDeliveryFailed(
                                    id, attempt, command.now(), command.reason(), isOver(attempt, command.now()));
                        case GOOD ->
                            new DigestDeliveryFailed(id, attempt, command.now(), command.reason(), false, true);
                    });
        }
    }

    private boolean isOver(int attempt, Instant now) {
        return firstRefusedAt != null && Retries.isOver(firstRefusedAt, Retries.after(attempt, now));
    }

    // evolve: take over what happened; no rules, no side effects

    @EventSourcingHandler
    void on(DigestEvent event) {
        switch (event) {
            case DigestComposed e -> id = e.digestId();
            case DigestDelivered e -> {
                attempts = e.attempt();
                settled = true;
            }
            case DigestDeliveryFailed e -> {
                attempts = e.attempt();
                settled = e.last();
                if (firstRefusedAt == null && !Boolean.TRUE.equals(e.outage())) {
                    firstRefusedAt = e.at();
                }
            }
        }
    }

    /** For Axon only: an empty digest that it fills by replaying events. */
    protected Digest() {}
}
