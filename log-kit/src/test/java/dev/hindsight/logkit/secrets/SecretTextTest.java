package dev.hindsight.logkit.secrets;

import static dev.hindsight.logkit.secrets.SecretKind.AUTHORIZATION_HEADER;
import static dev.hindsight.logkit.secrets.SecretKind.AWS_KEY;
import static dev.hindsight.logkit.secrets.SecretKind.ETHEREUM_KEYSTORE;
import static dev.hindsight.logkit.secrets.SecretKind.GITHUB_TOKEN;
import static dev.hindsight.logkit.secrets.SecretKind.GITLAB_TOKEN;
import static dev.hindsight.logkit.secrets.SecretKind.GOOGLE_KEY;
import static dev.hindsight.logkit.secrets.SecretKind.HEX_PRIVATE_KEY;
import static dev.hindsight.logkit.secrets.SecretKind.JSON_WEB_TOKEN;
import static dev.hindsight.logkit.secrets.SecretKind.PEM_PRIVATE_KEY;
import static dev.hindsight.logkit.secrets.SecretKind.SEED_PHRASE;
import static dev.hindsight.logkit.secrets.SecretKind.SLACK_TOKEN;
import static dev.hindsight.logkit.secrets.SecretKind.URL_PASSWORD;
import static dev.hindsight.logkit.secrets.SecretKind.WIF_PRIVATE_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secrets here are the published examples of their formats, or put together from parts. */
class SecretTextTest {

    private static final String HEX = "4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d";

    @ParameterizedTest
    @MethodSource("secrets")
    void isNoticed(SecretKind kind, String text) {
        assertThat(SecretText.kinds(text)).containsExactly(kind);
        assertThat(SecretText.kinds("We saw this in the log:\n  " + text + "\nand then it stopped."))
                .containsExactly(kind);
    }

    static Stream<Arguments> secrets() {
        var abandon = "abandon ".repeat(11);
        return Stream.of(
                Arguments.of(PEM_PRIVATE_KEY, pem("PRIVATE KEY", "\n")),
                Arguments.of(PEM_PRIVATE_KEY, pem("RSA PRIVATE KEY", "\r\n")),
                Arguments.of(PEM_PRIVATE_KEY, pem("OPENSSH PRIVATE KEY", "\\n")),
                Arguments.of(PEM_PRIVATE_KEY, pem("EC PRIVATE KEY", " ")),
                Arguments.of(PEM_PRIVATE_KEY, pem("PGP PRIVATE KEY BLOCK", "\n\n")),
                Arguments.of(HEX_PRIVATE_KEY, "private key: 0x" + HEX),
                Arguments.of(HEX_PRIVATE_KEY, "PRIVATE_KEY=" + HEX),
                Arguments.of(HEX_PRIVATE_KEY, "{\"privateKey\": \"0x" + HEX + "\"}"),
                Arguments.of(HEX_PRIVATE_KEY, "geth --nodekeyhex " + HEX),
                Arguments.of(HEX_PRIVATE_KEY, "cast send --private-key " + HEX),
                Arguments.of(HEX_PRIVATE_KEY, "the deployer key is " + HEX),
                Arguments.of(HEX_PRIVATE_KEY, "private key of the relayer: " + HEX),
                Arguments.of(HEX_PRIVATE_KEY, "ed25519 seed = " + HEX),
                Arguments.of(WIF_PRIVATE_KEY, "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ"),
                Arguments.of(WIF_PRIVATE_KEY, "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617"),
                Arguments.of(
                        ETHEREUM_KEYSTORE,
                        "{\"version\":3,\"Crypto\":{\"cipher\":\"aes-128-ctr\",\"ciphertext\":\"" + HEX
                                + "\",\"kdf\":\"scrypt\",\"mac\":\"" + HEX + "\"}}"),
                Arguments.of(
                        ETHEREUM_KEYSTORE,
                        "{\"crypto\": {\"kdf\": {\"function\": \"pbkdf2\"}, \"cipher\": {\"message\": \"" + HEX
                                + "\"}}}"),
                Arguments.of(SEED_PHRASE, abandon + "about"),
                Arguments.of(SEED_PHRASE, "abandon ".repeat(14) + "address"),
                Arguments.of(SEED_PHRASE, "abandon ".repeat(17) + "agent"),
                Arguments.of(SEED_PHRASE, "abandon ".repeat(20) + "admit"),
                Arguments.of(SEED_PHRASE, "abandon ".repeat(23) + "art"),
                Arguments.of(
                        SEED_PHRASE, "Legal winner thank year wave sausage worth useful legal winner thank yellow"),
                Arguments.of(
                        SEED_PHRASE,
                        numbered("legal winner thank year wave sausage worth useful legal winner thank yellow")),
                Arguments.of(
                        SEED_PHRASE, "letter,advice,cage,absurd,amount,doctor,acoustic,avoid,letter,advice,cage,above"),
                Arguments.of(JSON_WEB_TOKEN, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "Ab1-".repeat(10)),
                Arguments.of(AWS_KEY, "AKIA" + "IOSFODNN7EXAMPLE"),
                Arguments.of(AWS_KEY, "aws_secret_access_key = " + "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY"),
                Arguments.of(GITHUB_TOKEN, "ghp_" + "aB3".repeat(12)),
                Arguments.of(GITHUB_TOKEN, "github_pat_" + "11ABCDEFG0_".repeat(7)),
                Arguments.of(GITLAB_TOKEN, "glpat-" + "x1Y2".repeat(5)),
                Arguments.of(SLACK_TOKEN, "xoxb-" + "123456789012-".repeat(2) + "AbCdEf"),
                Arguments.of(
                        SLACK_TOKEN, "https://hooks.slack.com/services/" + "T00000000/B00000000/" + "X".repeat(24)),
                Arguments.of(GOOGLE_KEY, "AIza" + "SyA-1_x".repeat(5)),
                Arguments.of(
                        AUTHORIZATION_HEADER,
                        "curl -H 'Authorization: Bearer " + "s3cr3t".repeat(4) + "' https://example.test"),
                Arguments.of(AUTHORIZATION_HEADER, "authorization: Basic " + "dXNlcjpwYXNz".repeat(2)),
                Arguments.of(URL_PASSWORD, "postgres://app:hunter2@db.example.test:5432/chain"),
                Arguments.of(URL_PASSWORD, "https://:token123@rpc.example.test/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x" + HEX,
                "tx 0x" + HEX + " was the last one",
                "block hash: " + HEX,
                "The private key leaked; the thief's first transaction was 0x" + HEX,
                "private key: see transaction 0x" + HEX,
                "public key: 0x" + HEX,
                "validator key 0x" + HEX + HEX,
                "private key: 0x" + HEX + HEX,
                "secret: 0x52908400098527886E0F7030069857D2E4169EE7",
                "sha256:" + HEX,
                "state root seed 0x" + HEX,
                "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK",
                "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq and 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nMIIBhTCCASugAwIBAgIQ",
                "It begins with -----BEGIN PRIVATE KEY----- and should not be pasted.",
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon",
                "abandon abandon abandon abandon abandon abandon about",
                "The network was asked again about the same problem because most people there could not use it.",
                "Authorization: Bearer <token>",
                "Authorization: Bearer $TOKEN is what the client sends",
                "https://user:***@example.test/ and https://user:<password>@example.test/",
                "https://user:${PASSWORD}@example.test/",
                "https://example.test:8080/path?at=x@y and http://[::1]:8545/ from ops@example.test",
                "postgres://app@db.example.test:5432/chain",
                "eyJhbGciOiJIUzI1NiJ9 is how a token begins",
                "AKIA is the prefix; ghp_ and xoxb- and glpat- are others",
                "{\"crypto\": {\"provider\": \"openssl\"}}",
                "2026-03-01T12:00:00.123456Z"
            })
    void isNone(String text) {
        assertThat(SecretText.kinds(text)).isEmpty();
    }

    @Test
    void realIncidentsHaveNone() throws IOException {
        var secrets = new Secrets(null);
        try (var files = Files.list(Path.of("..", "samples", "incidents"))) {
            for (var file : files.toList()) {
                SecretsInJson.look(Files.readAllBytes(file), secrets);
                secrets.look(file.toString(), Files.readString(file));
            }
        }

        secrets.requireNone();
    }

    @Test
    void theWordsAreThoseOfTheStandard() throws Exception {
        var list = SecretText.class.getResourceAsStream("bip39-english.txt").readAllBytes();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)))
                .isEqualTo("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
    }

    private static String pem(String what, String lineEnd) {
        return "-----BEGIN " + what + "-----" + lineEnd + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" + lineEnd + "-----END "
                + what + "-----";
    }

    private static String numbered(String phrase) {
        var lines = new StringBuilder();
        int number = 0;
        for (var word : phrase.split(" ")) {
            number++;
            lines.append(number).append(". ").append(word).append('\n');
        }
        return lines.toString();
    }
}
