package dev.hindsight.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with the signatures of one or more keys (C2SP signed-note).
 *
 * @param text ends in a line feed; not to be believed before {@link #verify} was asked
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")
                || signatures.isEmpty()
                || text.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new IllegalArgumentException("A note is lines of text and at least one signature");
        }
    }

    /** @throws IllegalArgumentException if this is not a note */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("A note ends with signatures after an empty line");
        }
        var lines = note.substring(end + 2).split("\n");
        if (lines.length > MOST_SIGNATURES) {
            throw new IllegalArgumentException("Too many signatures");
        }
        return new SignedNote(
                note.substring(0, end + 1),
                Arrays.stream(lines).map(NoteSignature::parse).toList());
    }

    public String note() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }

    /** The same note, signed by one key more. */
    public SignedNote and(NoteSigner signer) {
        var all = new ArrayList<>(signatures);
        all.add(signer.signature(text));
        return new SignedNote(text, all);
    }

    /**
     * The text, once at least one of these keys has signed it and none of their signatures is wrong; signatures of
     * other keys do not count.
     *
     * @throws UnverifiedNoteException otherwise
     */
    public String verify(List<NoteVerifier> keys) {
        boolean verified = false;
        for (var signature : signatures) {
            for (var key : keys) {
                if (key.made(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new UnverifiedNoteException("The signature of " + key.name() + " is wrong");
                    }
                    verified = true;
                }
            }
        }
        if (!verified) {
            throw new UnverifiedNoteException("No known key has signed this note");
        }
        return text;
    }
}
