package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path home;

    @Test
    void isDrawnOnceAndKept() throws IOException {
        var drawn = Files.readString(SigningKey.of(home).drawnOnce());

        assertThat(Files.readString(SigningKey.of(home).drawnOnce())).isEqualTo(drawn);
    }

    @Test
    void isReadableByItsOwnerAloneAndLeavesNothingElse() throws IOException {
        var file = SigningKey.of(home).drawnOnce();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isAnEd25519KeyThatOthersCanRead() throws IOException, GeneralSecurityException {
        var pem = Files.readString(SigningKey.of(home).drawnOnce());
        var body = pem.lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining());
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));

        assertThat(key).isInstanceOf(EdECPrivateKey.class);
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
    }
}
