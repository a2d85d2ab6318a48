package dev.hindsight.actionitem;

import dev.hindsight.contracts.incident.Visibility;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of digests begin from: a Monday a minute before nine, and an incident that everyone may read. What is decided of
 * items is said by the tests alone, so somebody else holds the task of having items decide.
 */
abstract class OnAMonday {

    static final LocalDate MONDAY = LocalDate.of(2031, 12, 1);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static final Jdbi TRUTH = Jdbi.create(() -> ServiceStack.database().superuser());
    private static final String HOLD = """
            INSERT INTO actionitem.lease (task, holder, until) VALUES ('chase', 'a test', 'infinity')
            ON CONFLICT (task) DO UPDATE SET holder = excluded.holder, until = excluded.until
            """;
    private static final String LET_GO = "DELETE FROM actionitem.lease WHERE task = 'chase'";

    @Inject
    MovableClock clock;

    Elsewhere elsewhere;
    UUID incident;

    @BeforeEach
    void start() {
        elsewhere = StartedService.awaitedWithNotices();
        incident = elsewhere.incident(Visibility.OPEN);
        TRUTH.useHandle(db -> db.execute(HOLD));
        clock.set(at(MONDAY, "08:59:00"));
    }

    @AfterEach
    void reset() {
        clock.reset();
        TRUTH.useHandle(db -> db.execute(LET_GO));
    }

    static Instant at(LocalDate day, String time) {
        return Instant.parse(day + "T" + time + "Z");
    }
}
