package dev.hindsight.incident.evidence;

import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.kit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Content that was read once from end to end and had the digest that was recorded. It is given out in a second pass, which
 * breaks off before the first byte that is not what the first pass read: nobody can take altered content for the whole one.
 */
public final class VerifiedContent {

    private final StoredContent content;
    private final Chunks chunks;
    private final List<String> digests;

    private VerifiedContent(StoredContent content, Chunks chunks, List<String> digests) {
        this.content = content;
        this.chunks = chunks;
        this.digests = digests;
    }

    /** @throws ProblemException if it is altered or missing */
    static VerifiedContent of(StoredContent content, Chunks chunks) {
        var whole = Sha256.begin();
        var digests = new ArrayList<String>();
        for (long read = 0; read < content.size(); ) {
            var bytes = chunks.read(content.contentId(), digests.size())
                    .orElseThrow(() -> new ProblemException(EvidenceProblem.EVIDENCE_MISSING, null));
            if (bytes.length == 0) {
                throw new ProblemException(EvidenceProblem.EVIDENCE_ALTERED, null);
            }
            whole.update(bytes);
            digests.add(Sha256.of(bytes));
            read += bytes.length;
        }
        if (!Sha256.end(whole).equals(content.digest())) {
            throw new ProblemException(EvidenceProblem.EVIDENCE_ALTERED, null);
        }
        return new VerifiedContent(content, chunks, List.copyOf(digests));
    }

    /** In bytes. */
    public long size() {
        return content.size();
    }

    public void writeTo(OutputStream out) throws IOException {
        for (int number = 0; number < digests.size(); number++) {
            out.write(unchanged(number));
        }
    }

    /** For content that is known to be small. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] unchanged(int number) throws IOException {
        return chunks.read(content.contentId(), number)
                .filter(bytes -> Sha256.of(bytes).equals(digests.get(number)))
                .orElseThrow(() -> new IOException("Chunk %d of content %s changed while it was given out"
                        .formatted(number, content.contentId())));
    }
}
