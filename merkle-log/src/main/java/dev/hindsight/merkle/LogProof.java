package dev.hindsight.merkle;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proof, to be checked offline, that an entry is in a log (C2SP tlog-proof).
 *
 * @param extra base64 of what else is known of the entry; not authenticated
 * @param index of the leaf, from 0
 */
public record LogProof(@Nullable String extra, long index, List<Hash> path, SignedNote checkpoint) {

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        path = List.copyOf(path);
    }

    /** @throws IllegalArgumentException if this is not a proof */
    public static LogProof parse(String proof) {
        int end = proof.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("A proof ends with a checkpoint after an empty line");
        }
        var lines = List.of(proof.substring(0, end).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int second = hasExtra ? 2 : 1;
        if (!lines.getFirst().equals(FORMAT)
                || lines.size() <= second
                || !lines.get(second).startsWith(INDEX)) {
            throw new IllegalArgumentException("A proof begins with " + FORMAT + " and an index");
        }
        return new LogProof(
                hasExtra ? canonical(lines.get(1).substring(EXTRA.length())) : null,
                Decimal.parse(lines.get(second).substring(INDEX.length())),
                lines.subList(second + 1, lines.size()).stream()
                        .map(Hash::fromBase64)
                        .toList(),
                SignedNote.parse(proof.substring(end + 2)));
    }

    public String text() {
        return FORMAT + "\n"
                + (extra == null ? "" : EXTRA + extra + "\n")
                + INDEX + index + "\n"
                + path.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n"
                + checkpoint.note();
    }

    /**
     * Whether these keys vouch for a checkpoint of that log which includes the entry at the index of this proof.
     *
     * @throws UnverifiedNoteException if none of the keys has signed the checkpoint
     * @throws IllegalArgumentException if what they signed is not a checkpoint
     */
    public boolean proves(byte[] entry, String origin, List<NoteVerifier> keys) {
        var signed = Checkpoint.parse(checkpoint.verify(keys));
        return signed.origin().equals(origin)
                && Proofs.includes(Hash.leaf(entry), index, signed.size(), signed.root(), path);
    }

    private static String canonical(String base64) {
        return Base64.getEncoder().encodeToString(Base64Text.decode(base64));
    }
}
