package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateKeysTest {

    /** The example of RFC 8410 section 10.3. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    /** The example that golang.org/x/mod/sumdb/note publishes. */
    private static final String NOTE_KEY =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";

    @Test
    void aPemFileGivesTheKeyOfTheExampleInRfc8410() {
        var signer = PrivateKeys.read("example.com/log", PEM);

        assertThat(signer.verifier())
                .isEqualTo(NoteVerifier.of(
                        "example.com/log",
                        HexFormat.of().parseHex("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1")));
    }

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7, fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    })
    void aPrivateKeyHasThePublicKeyOfTheExamplesInRfc8032(String seed, String publicKey) {
        var signer = NoteSigner.of("log", HexFormat.of().parseHex(seed));

        assertThat(signer.verifier())
                .isEqualTo(NoteVerifier.of("log", HexFormat.of().parseHex(publicKey)));
        assertThat(signer.sign("text\n").verify(List.of(signer.verifier()))).isEqualTo("text\n");
    }

    @Test
    void aWrongKeyFileIsRefusedWithoutQuotingIt() {
        refuses(PEM.substring(0, 60), "It is neither a PEM file of a private key nor a note key");
        refuses("", "It is neither a PEM file of a private key nor a note key");
        refuses(PEM.replace("MC4CAQ", "MC4*AQ"), "It is damaged");
        refuses(PEM.replace("MC4CAQAwBQYDK2VwBCIEIN", "MC4CAQAwBQYDK2VuBCIEIN"), "It is not an Ed25519 key");
        refuses("PRIVATE+KEY+other+530d903a+AV9n", "It is not a key named example.com/foo");
        refuses("PRIVATE+KEY+example.com/foo+530d903a+AV9n", "It is not an Ed25519 key");
    }

    @Test
    void aNoteKeyIsThatOfItsPublishedVerifier() {
        assertThat(PrivateKeys.read("PeterNeumann", NOTE_KEY).verifier().line())
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    private static void refuses(String key, String message) {
        assertThatThrownBy(() -> PrivateKeys.read("example.com/foo", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
