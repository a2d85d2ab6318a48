package dev.hindsight.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hindsight.merkle.Checkpoint;
import dev.hindsight.merkle.NoteVerifier;
import dev.hindsight.merkle.SignedNote;
import dev.hindsight.merkle.UnverifiedNoteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers the last checkpoint in a folder outside the database, so that a database put back to an older state is
 * noticed. One file per size, the larger winning, so that replicas may share the folder.
 */
public final class CheckpointMemory {

    private static final String ENDING = ".checkpoint";

    private final Path folder;
    private final NoteVerifier key;

    /** @throws IllegalStateException with one sentence if nothing can be remembered there */
    public CheckpointMemory(Path folder, NoteVerifier key) {
        this.folder = folder;
        this.key = key;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "This service will not start: the folder %s cannot be made; set HINDSIGHT_AUDIT_CHECKPOINTS to one that can be written."
                            .formatted(folder));
        }
    }

    /**
     * The largest checkpoint remembered.
     *
     * @throws SealRefusedException if what is there was not signed by this key
     */
    Optional<Checkpoint> last() {
        return files().stream().max(Path::compareTo).map(this::read);
    }

    /** Remembers a checkpoint on disk, then forgets smaller ones. */
    void remember(long size, SignedNote note) {
        try {
            var name = "%019d".formatted(size) + ENDING;
            var written = Files.createTempFile(folder, name, ".new");
            try (var file = FileChannel.open(written, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(note.note().getBytes(UTF_8)));
                file.force(true);
            }
            Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder)) {
                directory.force(true);
            }
            for (var smaller : files()) {
                if (smaller.getFileName().toString().compareTo(name) < 0) {
                    Files.deleteIfExists(smaller);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint cannot be remembered in " + folder, e);
        }
    }

    private List<Path> files() {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in %s cannot be listed".formatted(folder), e);
        }
    }

    private Checkpoint read(Path file) {
        try {
            var checkpoint =
                    Checkpoint.parse(SignedNote.parse(Files.readString(file)).verify(List.of(key)));
            if (checkpoint.origin().equals(key.name())) {
                return checkpoint;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint %s cannot be read".formatted(file), e);
        } catch (UnverifiedNoteException | IllegalArgumentException e) {
            throw notOurs(file);
        }
        throw notOurs(file);
    }

    private SealRefusedException notOurs(Path file) {
        return new SealRefusedException(
                "The remembered checkpoint %s was not signed by the key %s: give the service its own key and folder."
                        .formatted(file, key.line()));
    }
}
