package dev.hindsight.audit.rest;

import dev.hindsight.audit.sealing.SealRefusedException;
import dev.hindsight.audit.sealing.SealedTree;
import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.audit.sealing.Sealing;
import dev.hindsight.audit.sealing.SignedCheckpoint;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.merkle.MerkleTree;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** The last checkpoint and its tree, or the problem that there is none to rely on. */
@Singleton
class Seals {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int LOOK_MILLIS = 20;

    private final Sealer sealer;
    private final Sealing sealing;
    private final SealedTree tree;

    Seals(Sealer sealer, Sealing sealing, SealedTree tree) {
        this.sealer = sealer;
        this.sealing = sealing;
        this.tree = tree;
    }

    SignedCheckpoint last() {
        return sealer.published().orElseThrow(Seals::refused);
    }

    /** The last checkpoint once it has that many leaves; waits for it a little. */
    SignedCheckpoint covering(long size) throws InterruptedException {
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        var last = last();
        while (last.size() < size) {
            if (System.nanoTime() > until) {
                throw new ProblemException(AuditProblem.NOT_YET_SEALED, null);
            }
            Thread.sleep(LOOK_MILLIS);
            last = last();
        }
        return last;
    }

    <T> T with(long size, Function<MerkleTree, T> work) {
        return proven(() -> tree.with(size, work));
    }

    /** Nothing is told of a tree that is not the one that was signed. */
    <T> T proven(Supplier<T> read) {
        if (sealing.refusal().isPresent()) {
            throw refused();
        }
        try {
            return read.get();
        } catch (SealRefusedException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return new ProblemException(AuditProblem.SEALING_REFUSED, null);
    }
}
