package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void areDrawnOnceAndKept() throws IOException {
        var drawn = new Secrets(home, Map.of()).of("HINDSIGHT_STATE_SECRET");

        assertThat(drawn).hasSize(64);
        assertThat(new Secrets(home, Map.of()).of("HINDSIGHT_STATE_SECRET")).isEqualTo(drawn);
    }

    @Test
    void differFromEachOther() throws IOException {
        var secrets = new Secrets(home, Map.of());

        assertThat(secrets.of("HINDSIGHT_STATE_SECRET")).isNotEqualTo(secrets.of("HINDSIGHT_SESSION_SECRET"));
    }

    @Test
    void fromTheEnvironmentWinAndAreNotWritten() throws IOException {
        var secrets = new Secrets(home, Map.of("HINDSIGHT_STATE_SECRET", "given"));

        assertThat(secrets.of("HINDSIGHT_STATE_SECRET")).isEqualTo("given");
        assertThat(home.resolve("secrets.properties")).doesNotExist();
    }

    @Test
    void areReadableByTheirOwnerAlone() throws IOException {
        new Secrets(home, Map.of()).of("HINDSIGHT_STATE_SECRET");

        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
