package dev.hindsight.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.audit.sealing.SealDatabase;
import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.audit.verification.Finding;
import dev.hindsight.audit.verification.Finding.Kind;
import dev.hindsight.audit.verification.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has the rights of a superuser can alter the log, but not unnoticed. */
class VerificationTest {

    private SealDatabase database;
    private Sealer sealer;

    @BeforeEach
    void seal() {
        database = new SealDatabase();
        database.append(1500);
        sealer = database.freshSealer();
        sealer.pass();
        sealer.pass();
        assertThat(sealer.published().orElseThrow().size()).isEqualTo(1500);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void anUntouchedLogIsVerified() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void anAlteredPayloadIsFound() {
        database.spoil("log.event_entry", "UPDATE log.event_entry SET payload = '{}' WHERE global_index = 1234");

        assertThat(findings()).containsExactly(new Finding(1234, Kind.ENTRY_ALTERED), differs());
    }

    @Test
    void anAlteredTimeIsFound() {
        database.spoil(
                "log.event_entry",
                "UPDATE log.event_entry SET appended_at = appended_at - interval '1 us' WHERE global_index = 7");
        database.spoil(
                "log.log_position",
                "UPDATE log.log_position SET sequenced_at = sequenced_at - interval '1 us' WHERE position = 8");

        assertThat(findings())
                .containsExactly(new Finding(7, Kind.ENTRY_ALTERED), new Finding(8, Kind.ENTRY_ALTERED), differs());
    }

    @Test
    void aMissingEntryIsFound() {
        database.spoil("log.event_entry", "DELETE FROM log.event_entry WHERE global_index = 1500");

        assertThat(findings()).containsExactly(new Finding(1500, Kind.ENTRY_MISSING), differs());
    }

    @Test
    void anAlteredLeafIsFound() {
        database.spoil("audit.leaf", "UPDATE audit.leaf SET hash = sha256('x') WHERE position = 5");

        assertThat(findings()).containsExactly(new Finding(5, Kind.LEAF_DAMAGED));
    }

    private static Finding differs() {
        return new Finding(1500, Kind.ROOT_DIFFERS);
    }

    private List<Finding> findings() {
        try (var verification =
                new Verification(database.service(), sealer, Clock.systemUTC(), Duration.ofMinutes(5))) {
            verification.start();
            await().atMost(20, SECONDS).until(() -> verification.last().isPresent());
            var report = verification.last().orElseThrow();
            assertThat(report.verified()).isEqualTo(1500);
            assertThat(report.found()).isEqualTo(report.findings().size());
            return report.findings();
        }
    }
}
