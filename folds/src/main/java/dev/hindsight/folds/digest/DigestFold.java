package dev.hindsight.folds.digest;

import dev.hindsight.contracts.digest.DigestEvent;
import dev.hindsight.contracts.digest.DigestEvent.DigestComposed;
import dev.hindsight.contracts.digest.DigestEvent.DigestDelivered;
import dev.hindsight.contracts.digest.DigestEvent.DigestDeliveryFailed;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.digest.DigestState.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one digest, oldest first, into its state. */
public final class DigestFold {

    private final List<Attempt> attempts = new ArrayList<>();
    private @Nullable DigestComposed composed;
    private @Nullable Integer withheld;
    private @Nullable Integer overtaken;
    private DigestStatus status = DigestStatus.WAITING;
    private long version;

    private DigestFold() {}

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<DigestState> of(Iterable<? extends Recorded<? extends DigestEvent>> history) {
        var fold = new DigestFold();
        history.forEach(fold::add);
        return fold.state();
    }

    private void add(Recorded<? extends DigestEvent> recorded) {
        switch (recorded.event()) {
            case DigestComposed e -> composed = e;
            case DigestDelivered e -> {
                status = e.answer() == null ? DigestStatus.NOTHING_LEFT : DigestStatus.DELIVERED;
                withheld = e.withheld();
                overtaken = e.overtaken();
                attempts.add(new Attempt(e.attempt(), e.at(), e.answer(), null));
            }
            case DigestDeliveryFailed e -> {
                status = e.last() ? DigestStatus.FAILED : DigestStatus.WAITING;
                attempts.add(new Attempt(e.attempt(), e.at(), null, e.reason()));
            }
        }
        version = recorded.sequence() + 1;
    }

    private Optional<DigestState> state() {
        return Optional.ofNullable(composed)
                .map(it -> new DigestState(
                        it.digestId(),
                        it.recipient(),
                        it.day(),
                        it.notices(),
                        it.messageId(),
                        it.composedAt(),
                        status,
                        withheld,
                        overtaken,
                        List.copyOf(attempts),
                        version));
    }
}
