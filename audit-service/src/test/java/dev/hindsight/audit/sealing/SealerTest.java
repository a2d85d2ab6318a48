package dev.hindsight.audit.sealing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hindsight.merkle.Proofs;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is signed, and what is never signed, whatever happens to replicas and database. */
class SealerTest {

    private SealDatabase database;

    @BeforeEach
    void start() {
        database = new SealDatabase();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void anEmptyLogIsSealedAsSuch() {
        database.freshSealer().pass();

        assertThat(database.checkpoints()).extracting(SignedCheckpoint::size).containsExactly(0L);
    }

    @Test
    void aRestartedServiceGoesOnWhereTheSealEnds() {
        var folder = database.folder();
        database.append(300);
        passes(database.sealer(database.service(), folder));
        database.append(300);

        passes(database.sealer(database.service(), folder));

        assertThat(database.checkpoints()).extracting(SignedCheckpoint::size).containsExactly(0L, 300L, 600L);
        everyCheckpointIsConsistentWithTheLast();
    }

    @Test
    void replicasThatSealUnderLoadAgreeAlthoughOneFreezes() throws Exception {
        var enough = new AtomicBoolean();
        try (var frozen = SealingReplica.start(database, "A");
                var other = SealingReplica.start(database, "B");
                var appenders = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                appenders.execute(() -> {
                    while (!enough.get()) {
                        database.append(20);
                    }
                });
            }
            awaitMoreCheckpoints();
            frozen.freeze();
            awaitMoreCheckpoints();
            frozen.thaw();
            awaitMoreCheckpoints();
            enough.set(true);
            appenders.shutdown();
            assertThat(appenders.awaitTermination(60, SECONDS)).isTrue();
            database.append(1);
            await().atMost(60, SECONDS).until(() -> sealed() == head());

            assertThat(frozen.isAlive() && other.isAlive()).isTrue();
        }
        everyCheckpointIsConsistentWithTheLast();
    }

    @Test
    void ofTwoCheckpointsAfterTheSameOneOneIsRefused() {
        database.append(5);
        var sealer = database.freshSealer();
        passes(sealer);
        try (var held = database.service().open()) {
            held.begin();
            var note = database.key().sign("x\n");
            assertThat(SealedTree.add(held, 5L, 6, dev.hindsight.merkle.Hash.EMPTY, note))
                    .isTrue();
            held.rollback();
            assertThat(SealedTree.add(held, 0L, 6, dev.hindsight.merkle.Hash.EMPTY, note))
                    .isFalse();
        }
    }

    @Test
    void aDatabaseOfAnOlderStateIsRefused() {
        var folder = database.folder();
        database.append(10);
        passes(database.sealer(database.service(), folder));
        database.superuser("postgres").useHandle(db -> db.execute("CREATE DATABASE older TEMPLATE hindsight"));
        database.append(10);
        passes(database.sealer(database.service(), folder));

        assertThatThrownBy(() -> new Sealing(database.sealer(database.service("older"), folder)).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("This service will not start: The database is older than what was signed: it is"
                        + " sealed up to position 10, but position 20 was signed already.");
    }

    @Test
    void anotherHistoryOfTheSameLengthIsRefused() {
        var folder = database.folder();
        database.append(10);
        database.superuser("postgres").useHandle(db -> db.execute("CREATE DATABASE fork TEMPLATE hindsight"));
        passes(database.sealer(database.service(), folder));
        var fork = database.superuser("fork");
        fork.useTransaction(db -> {
            db.execute("ALTER TABLE log.event_entry DISABLE TRIGGER ALL");
            db.execute("UPDATE log.event_entry SET payload = '{}' WHERE global_index = 3");
        });
        passes(database.sealer(database.service("fork"), database.folder()));

        var sealer = database.sealer(database.service("fork"), folder);

        assertThatThrownBy(sealer::pass)
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("another history than what was signed at position 10");
    }

    @Test
    void aRunningServiceStopsSigningWhenTheLogIsCut() {
        database.append(10);
        var sealer = database.freshSealer();
        passes(sealer);
        database.spoil("log.log_position", "DELETE FROM log.log_position WHERE position > 7");

        assertThatThrownBy(sealer::pass)
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("The log ends at position 7, but is sealed up to 10");
        assertThat(database.checkpoints().getLast().size()).isEqualTo(10);
    }

    @Test
    void nothingIsSignedOnAnAlteredTree() {
        database.append(10);
        var sealer = database.freshSealer();
        passes(sealer);
        database.spoil("audit.leaf", "UPDATE audit.leaf SET hash = sha256('x') WHERE position = 4");
        database.append(1);

        assertThatThrownBy(sealer::pass)
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("does not have the root that was signed at size 10");
        assertThat(database.checkpoints().getLast().size()).isEqualTo(10);
    }

    @Test
    void theServiceItselfMayNotChangeTheTree() {
        database.append(3);
        passes(database.freshSealer());

        for (var statement : new String[] {
            "UPDATE audit.leaf SET actor = 'x'", "DELETE FROM audit.checkpoint", "TRUNCATE audit.subtree"
        }) {
            assertThatThrownBy(() -> database.service().useHandle(db -> db.execute(statement)))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> database.superuser().useHandle(db -> db.execute(statement)))
                    .hasMessageContaining("the tree only grows");
        }
    }

    @Test
    void aKeyThatIsMissingOrWrongIsToldInOneSentence() throws Exception {
        assertThatThrownBy(() -> SigningKey.read("o", ""))
                .hasMessage("This service will not start: HINDSIGHT_AUDIT_SIGNING_KEY is not set; it names the file"
                        + " with the private key.");
        assertThatThrownBy(() -> SigningKey.read("o", "target/no-such-file"))
                .hasMessageStartingWith(
                        "This service will not start: the signing key target/no-such-file cannot be read");
        var wrong = Files.writeString(database.keyFile().resolveSibling("wrong.pem"), "no key");
        assertThatThrownBy(() -> SigningKey.read("o", wrong.toString()))
                .hasMessageEndingWith("It is neither a PEM file of a private key nor a note key.");
    }

    private void everyCheckpointIsConsistentWithTheLast() {
        var checkpoints = database.checkpoints();
        var last = checkpoints.getLast();
        database.superuser().useHandle(db -> {
            var tree = SealedTree.tree(db, last.size());
            assertThat(tree.root()).isEqualTo(last.root());
            for (var checkpoint : checkpoints.subList(1, checkpoints.size())) {
                assertThat(Proofs.areConsistent(
                                checkpoint.size(),
                                checkpoint.root(),
                                last.size(),
                                last.root(),
                                tree.consistency(checkpoint.size())))
                        .as("checkpoint of %d", checkpoint.size())
                        .isTrue();
            }
        });
    }

    /** Until a new checkpoint and all that it leads to are there. */
    private static void passes(Sealer sealer) {
        while (sealer.pass()) {
            assertThat(sealer.published()).isPresent();
        }
    }

    private void awaitMoreCheckpoints() {
        int enough = database.checkpoints().size() + 3;
        await().atMost(60, SECONDS).until(() -> database.checkpoints().size() >= enough);
    }

    private long sealed() {
        return database.checkpoints().getLast().size();
    }

    private long head() {
        return number(database.superuser());
    }

    private static long number(Jdbi jdbi) {
        return jdbi.withHandle(LogRows::head);
    }
}
