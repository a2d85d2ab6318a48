package dev.hindsight.incident.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps content by its digest: the same bytes once, however often they are sent. */
@Singleton
public class ContentStore {

    private static final int TRIES = 5;
    private static final int UNREFERENCED_HOURS = 24;
    private static final int PURGED_AT_ONCE = 20;

    private final Chunks chunks;

    ContentStore(Chunks chunks) {
        this.chunks = chunks;
    }

    /** Closing what is not completed deletes it; what a crash leaves is purged. */
    public ContentUpload begin(ContentInspection inspection) {
        return new ContentUpload(chunks, inspection, UuidCreator.getTimeOrderedEpoch());
    }

    /**
     * Ends an upload: now the content is there, once, and counts when a reference to it is recorded.
     *
     * @param stated the digest that the sender expects; null if none
     */
    public StoredContent complete(ContentUpload upload, @Nullable String stated, @Nullable String fileName) {
        var content = upload.content(stated, fileName);
        var known = nameOrFind(content);
        if (known.contentId().equals(content.contentId())) {
            upload.settle();
        }
        return known;
    }

    /** Keeps bytes of a known kind that were looked at already. */
    public StoredContent keep(byte[] bytes, String mediaType, @Nullable String stated) {
        try (var upload = begin(ContentInspection.NONE)) {
            upload.write(bytes, 0, bytes.length);
            var content = complete(upload, stated, null);
            return new StoredContent(content.contentId(), content.digest(), content.size(), mediaType, null);
        }
    }

    /** From now on the content counts, if the caller's transaction commits. */
    public void refer(UUID evidence, UUID incident, UUID content) {
        chunks.refer(evidence, incident, content);
    }

    /** @throws ProblemException if it is altered or missing */
    public VerifiedContent verified(StoredContent content) {
        return VerifiedContent.of(content, chunks);
    }

    /** Deletes what nothing refers to, a bounded number at once; the answer is how many. Call it now and then. */
    public int purge() {
        return chunks.purge(UNREFERENCED_HOURS, PURGED_AT_ONCE);
    }

    /** The content by which its bytes are known: that one, or an intact one that was there before. */
    private StoredContent nameOrFind(StoredContent content) {
        for (int tries = 0; tries < TRIES; tries++) {
            var before = chunks.find(content.digest());
            if (before.isEmpty() && chunks.name(content.contentId(), content.digest())) {
                return content;
            }
            if (before.isPresent() && isIntact(content, before.get()) && chunks.want(before.get())) {
                return of(content, before.get());
            }
        }
        throw new IllegalStateException(
                "Content %s is named and discarded again and again".formatted(content.digest()));
    }

    /** One that is damaged makes room: for its evidence it stays what it is, a sign that something is wrong. */
    private boolean isIntact(StoredContent wanted, UUID before) {
        try {
            verified(of(wanted, before));
            return true;
        } catch (ProblemException damaged) {
            chunks.supersede(before);
            return false;
        }
    }

    private static StoredContent of(StoredContent content, UUID contentId) {
        return new StoredContent(contentId, content.digest(), content.size(), content.mediaType(), content.fileName());
    }
}
