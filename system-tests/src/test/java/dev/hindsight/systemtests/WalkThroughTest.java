package dev.hindsight.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walk-through of the README, as printed there but for the two ports. */
class WalkThroughTest {

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private static final Pattern BLOCK = Pattern.compile("<!-- walk-through -->\\s*```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void endsWithAResolvedIncidentAndItsHistory() throws IOException, InterruptedException {
        var block = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(block.find()).isTrue();
        var script = block.group(1)
                .replace("http://localhost:8080", RunningStack.GATEWAY)
                .replace("http://localhost:8180", RunningStack.KEYCLOAK);

        var shell = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(printed).isZero();
        assertThat(printed).matches("""
                declared INC-\\d{4}-\\d{4}
                "status":"RESOLVED"
                "type":"incident-declared"
                "type":"timeline-entry-added"
                "type":"incident-resolved"
                """);
    }

    @Test
    void aRealOutageReplayedLiveEqualsItsImport() throws IOException, InterruptedException {
        var replay = RunningStack.script("samples/replay", "ethereum-finality-2023-05-11", "--speed", "max");
        var printed = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(replay.waitFor()).as(printed).isZero();
        assertThat(printed).contains("Equal to the imported record");
    }
}
