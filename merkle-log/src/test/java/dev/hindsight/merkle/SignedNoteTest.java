package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example that golang.org/x/mod/sumdb/note publishes with its private key. */
    private static final String VERIFIER = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String TEXT = "This is an example message.\n";
    private static final String NOTE = TEXT
            + "\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static final NoteSigner OURS = NoteSigner.generate("hindsight.example/log");

    @Test
    void thePublishedExampleVerifies() {
        var note = SignedNote.parse(NOTE);

        assertThat(note.verify(List.of(NoteVerifier.parse(VERIFIER)))).isEqualTo(TEXT);
        assertThat(note.note()).isEqualTo(NOTE);
        assertThat(NoteVerifier.parse(VERIFIER).keyId()).isEqualTo(0x530d903a);
    }

    @Test
    void whatIsSignedVerifies() {
        var note = SignedNote.parse(OURS.sign("one\n\ntwo\n").note());

        assertThat(note.verify(List.of(NoteVerifier.parse(OURS.verifier().line()))))
                .isEqualTo("one\n\ntwo\n");
    }

    @Test
    void otherKeysDoNotCount() {
        var witness = NoteSigner.generate("witness.example");
        var note = OURS.sign(TEXT).and(witness);

        assertThat(SignedNote.parse(note.note()).verify(List.of(witness.verifier())))
                .isEqualTo(TEXT);
        assertThatThrownBy(() -> note.verify(
                        List.of(NoteSigner.generate("hindsight.example/log").verifier())))
                .isInstanceOf(UnverifiedNoteException.class)
                .hasMessage("No known key has signed this note");
    }

    @Test
    void sixteenSignaturesAreAccepted() {
        var note = OURS.sign(TEXT);
        for (int more = 1; more < 16; more++) {
            note = note.and(NoteSigner.generate("witness.example/" + more));
        }

        assertThat(SignedNote.parse(note.note()).verify(List.of(OURS.verifier())))
                .isEqualTo(TEXT);
    }

    @Test
    void oneWrongSignatureOfAKnownKeySpoilsTheNote() {
        var witness = NoteSigner.generate("witness.example");
        var note = new SignedNote(TEXT, List.of(OURS.signature(TEXT), witness.signature("Another message.\n")));

        assertThat(note.verify(List.of(OURS.verifier()))).isEqualTo(TEXT);
        assertThatThrownBy(() -> note.verify(List.of(OURS.verifier(), witness.verifier())))
                .isInstanceOf(UnverifiedNoteException.class)
                .hasMessage("The signature of witness.example is wrong");
    }

    @Test
    void anAlteredTextIsRefused() {
        var altered = SignedNote.parse(NOTE.replace("an example", "no example"));

        assertThatThrownBy(() -> altered.verify(List.of(NoteVerifier.parse(VERIFIER))))
                .isInstanceOf(UnverifiedNoteException.class);
    }

    @Test
    void aTruncatedNoteIsNone() {
        for (int length = 0; length < NOTE.length(); length++) {
            var truncated = NOTE.substring(0, length);
            assertThatThrownBy(() -> SignedNote.parse(truncated)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text\n\n",
                "text\n— name AAAAAAA=\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAA= \n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "te\txt\n\n— name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=\r\n",
            })
    void otherFormsAreNone(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+Aeky",
            })
    void aVerifierOfAnotherFormIsRefused(String line) {
        assertThatThrownBy(() -> NoteVerifier.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
