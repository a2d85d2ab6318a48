package dev.hindsight.audit.sealing;

import dev.hindsight.audit.SigningKeys;
import dev.hindsight.logkit.ServiceEnvironment;
import dev.hindsight.merkle.NoteSigner;
import dev.hindsight.merkle.NoteVerifier;
import dev.hindsight.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A migrated database of its own with a log that anyone may append to and spoil, and a key to seal it. */
public final class SealDatabase implements AutoCloseable {

    static final String ORIGIN = "hindsight.test/log";
    private static final String APPEND = """
            INSERT INTO log.event_entry (event_id, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
            VALUES (gen_random_uuid(), 'incident', :aggregate, :sequence, 'note-added', :payload, '{"actor":"ana"}')
            """;

    private final TestDatabase database = TestDatabase.start();
    private final Path keyFile = SigningKeys.newKey();
    private final String password;

    public SealDatabase() {
        password = ServiceEnvironment.migrated(database, "audit").get("quarkus.datasource.password");
    }

    public Jdbi superuser() {
        return Jdbi.create(database.url(), database.superuserName(), database.superuserPassword());
    }

    Jdbi superuser(String name) {
        return Jdbi.create(database.url(name), database.superuserName(), database.superuserPassword());
    }

    public Jdbi service() {
        return Jdbi.create(database.url(), "audit_service", password);
    }

    Jdbi service(String name) {
        return Jdbi.create(database.url(name), "audit_service", password);
    }

    String url() {
        return database.url();
    }

    String password() {
        return password;
    }

    Path keyFile() {
        return keyFile;
    }

    NoteSigner key() {
        return SigningKey.read(ORIGIN, keyFile.toString());
    }

    /** A service that has never signed: its folder is empty. */
    public Sealer freshSealer() {
        return sealer(service(), folder());
    }

    Sealer sealer(Jdbi jdbi, Path folder) {
        return new Sealer(jdbi, key(), new CheckpointMemory(folder, key().verifier()));
    }

    Path folder() {
        return keyFile.resolveSibling("checkpoints-" + UUID.randomUUID());
    }

    /** Appends entries of one new aggregate, and has them numbered. */
    public void append(int count) {
        appendOnly(count);
        number();
    }

    void appendOnly(int count) {
        var aggregate = UUID.randomUUID();
        superuser().useTransaction(db -> {
            var batch = db.prepareBatch(APPEND);
            for (int sequence = 0; sequence < count; sequence++) {
                batch.bind("aggregate", aggregate)
                        .bind("sequence", sequence)
                        .bind("payload", "{\"text\":\"%d\"}".formatted(sequence))
                        .add();
            }
            batch.execute();
        });
    }

    void number() {
        superuser()
                .useHandle(db -> db.createQuery("SELECT log.number_pending()")
                        .mapTo(int.class)
                        .one());
    }

    /** What only a superuser can do: change what must never change. */
    public void spoil(String table, String statement) {
        superuser().useTransaction(db -> {
            db.execute("ALTER TABLE %s DISABLE TRIGGER ALL".formatted(table));
            db.execute(statement);
            db.execute("ALTER TABLE %s ENABLE TRIGGER ALL".formatted(table));
            db.execute("ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only".formatted(table));
        });
    }

    List<SignedCheckpoint> checkpoints() {
        return superuser()
                .withHandle(db -> db.createQuery("SELECT note FROM audit.checkpoint ORDER BY size")
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(this::verified)
                .toList();
    }

    private SignedCheckpoint verified(String text) {
        var note = dev.hindsight.merkle.SignedNote.parse(text);
        NoteVerifier verifier = key().verifier();
        var checkpoint = dev.hindsight.merkle.Checkpoint.parse(note.verify(List.of(verifier)));
        return new SignedCheckpoint(checkpoint.size(), checkpoint.root(), note, java.time.Instant.EPOCH);
    }

    @Override
    public void close() {
        database.close();
    }
}
