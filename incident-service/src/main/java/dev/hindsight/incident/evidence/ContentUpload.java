package dev.hindsight.incident.evidence;

import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Content on its way in. Two chunks of it are in memory: one is kept only after the next one was looked at, so that what
 * must not be kept is noticed before a part of it is, wherever the border runs.
 */
public final class ContentUpload implements AutoCloseable {

    /** In bytes. */
    public static final long LIMIT = 25L * 1024 * 1024;

    private final Chunks chunks;
    private final ContentInspection inspection;
    private final UUID contentId;
    private final MessageDigest digest = Sha256.begin();
    private final ByteArrayOutputStream coming = new ByteArrayOutputStream(Chunks.SIZE);
    private byte @Nullable [] lookedAt;
    private @Nullable String mediaType;
    private long size;
    private int kept;
    private boolean begun;
    private boolean ended;
    private boolean settled;

    ContentUpload(Chunks chunks, ContentInspection inspection, UUID contentId) {
        this.chunks = chunks;
        this.inspection = inspection;
        this.contentId = contentId;
    }

    /** @throws ProblemException if it gets too large */
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        if (size > LIMIT) {
            throw new ProblemException(StandardProblem.TOO_LARGE, "A file may have at most %d bytes.".formatted(LIMIT));
        }
        digest.update(bytes, offset, length);
        for (int taken = 0; taken < length; ) {
            int part = Math.min(length - taken, Chunks.SIZE - coming.size());
            coming.write(bytes, offset + taken, part);
            taken += part;
            if (coming.size() == Chunks.SIZE) {
                chunkCame();
            }
        }
    }

    /** Nothing more comes: now all of it was looked at. */
    public void end() {
        if (!ended) {
            chunkCame();
            ended = true;
        }
    }

    /** Whether it may be kept; what may not is read to its end all the same, to find all that speaks against it. */
    public boolean isAccepted() {
        return inspection.isAccepted();
    }

    /**
     * Keeps the rest.
     *
     * @param stated the digest that the sender expects; null if none
     * @throws ProblemException if it has another one
     */
    StoredContent content(@Nullable String stated, @Nullable String fileName) {
        end();
        if (!isAccepted()) {
            throw new IllegalStateException("content that is not accepted cannot be kept");
        }
        var computed = Sha256.end(digest);
        if (stated != null && !stated.equalsIgnoreCase(computed)) {
            throw new ProblemException(
                    EvidenceProblem.DIGEST_MISMATCH,
                    "The content came with SHA-256 %s; %s was stated.".formatted(computed, stated));
        }
        begin();
        keepLookedAt();
        return new StoredContent(contentId, computed, size, type(), fileName);
    }

    /** It is the one by which its bytes are known: closing it deletes nothing any more. */
    void settle() {
        settled = true;
    }

    /** Deletes it, unless it was completed as the first of its kind. */
    @Override
    public void close() {
        if (begun && !settled) {
            chunks.discard(contentId);
            begun = false;
        }
    }

    private void chunkCame() {
        var chunk = coming.toByteArray();
        coming.reset();
        if (mediaType == null) {
            mediaType = MediaTypes.of(chunk);
        }
        if (MediaTypes.isText(type())) {
            inspection.look(chunk);
        }
        keepLookedAt();
        lookedAt = chunk;
    }

    private void keepLookedAt() {
        if (!inspection.isAccepted()) {
            close();
        } else if (lookedAt != null && lookedAt.length > 0) {
            begin();
            chunks.add(contentId, kept++, lookedAt);
        }
        lookedAt = null;
    }

    private void begin() {
        if (!begun) {
            chunks.begin(contentId);
            begun = true;
        }
    }

    private String type() {
        return mediaType == null ? "application/octet-stream" : mediaType;
    }
}
