package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProofTest {

    private static final String ORIGIN = "hindsight.example/log";
    private static final NoteSigner LOG = NoteSigner.generate(ORIGIN);
    private static final List<NoteVerifier> KEYS = List.of(LOG.verifier());
    private static final MerkleTree TREE = KeptHashes.of(11).tree();
    private static final SignedNote CHECKPOINT = LOG.sign(new Checkpoint(ORIGIN, 11, TREE.root()).text());

    @Test
    void provesItsEntryAndNoOther() {
        var proof = LogProof.parse(new LogProof("aGVsbG8=", 6, TREE.inclusion(6), CHECKPOINT).text());

        assertThat(proof.proves(KeptHashes.entry(6), ORIGIN, KEYS)).isTrue();
        assertThat(proof.extra()).isEqualTo("aGVsbG8=");
        assertThat(proof.proves(KeptHashes.entry(7), ORIGIN, KEYS)).isFalse();
        assertThat(proof.proves(KeptHashes.entry(6), "another.example/log", KEYS))
                .isFalse();
    }

    @Test
    void needsAKeyThatIsKnown() {
        var proof = new LogProof(null, 6, TREE.inclusion(6), CHECKPOINT);

        assertThatThrownBy(() -> proof.proves(
                        KeptHashes.entry(6),
                        ORIGIN,
                        List.of(NoteSigner.generate(ORIGIN).verifier())))
                .isInstanceOf(UnverifiedNoteException.class);
    }

    @Test
    void isWrittenAsTheSpecificationSays() {
        var path = TREE.inclusion(10);

        assertThat(new LogProof(null, 10, path, CHECKPOINT).text())
                .isEqualTo("""
                        c2sp.org/tlog-proof@v1
                        index 10
                        %s
                        %s

                        %s""".formatted(path.get(0).base64(), path.get(1).base64(), CHECKPOINT.note()));
    }

    @Test
    void aTreeOfOneLeafNeedsNoPath() {
        var one = KeptHashes.of(1).tree();
        var proof = new LogProof(null, 0, List.of(), LOG.sign(new Checkpoint(ORIGIN, 1, one.root()).text()));

        assertThat(LogProof.parse(proof.text()).proves(KeptHashes.entry(0), ORIGIN, KEYS))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n\ncheckpoint",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 00\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n%s",
                "c2sp.org/tlog-proof@v1\nextra aGVsbG8\nindex 0\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n%s",
                "c2sp.org/tlog-proof@v1\nindex 0\n%s",
            })
    void otherFormsAreNone(String proof) {
        assertThatThrownBy(() -> LogProof.parse(proof.formatted(CHECKPOINT.note())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n1\n",
                "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "ori gin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            })
    void otherFormsAreNoCheckpoints(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointMaySayMore() {
        var checkpoint = new Checkpoint(ORIGIN, 11, TREE.root());

        assertThat(Checkpoint.parse(checkpoint.text() + "an extension\n")).isEqualTo(checkpoint);
    }

    @Test
    void bundlesHoldEntriesOfEveryLength() {
        var entries = List.of(new byte[0], KeptHashes.entry(1), new byte[EntryBundle.LONGEST]);

        assertThat(EntryBundle.entries(EntryBundle.of(entries))).containsExactlyElementsOf(entries);
        assertThatThrownBy(() -> EntryBundle.of(List.of(new byte[EntryBundle.LONGEST + 1])))
                .hasMessage("An entry of 65536 bytes is too long");
        assertThatThrownBy(() -> EntryBundle.entries(new byte[] {0, 2, 7}))
                .hasMessage("The bundle ends within an entry");
        assertThatThrownBy(() -> EntryBundle.entries(new byte[] {0})).hasMessage("The bundle ends within an entry");
    }
}
