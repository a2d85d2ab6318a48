package dev.hindsight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Without the row that is the right to number, nothing is numbered: an operator is told so, and what to do. */
class NumberingRowTest {

    private final RawLog log = new RawLog();
    private final AtomicInteger passes = new AtomicInteger();

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aMissingRowIsToldOnceAndTheEntriesAreNumberedOnceItIsBack() {
        log.superuser().useHandle(db -> db.execute("DELETE FROM log.numbering"));
        log.append(UUID.randomUUID(), 0, 3);

        try (var told = new ToldFailures();
                var sequencer = new Sequencer(counted(), 1)) {
            sequencer.start();
            await().until(() -> passes.get() > 3);

            assertThat(told.all())
                    .singleElement()
                    .asString()
                    .startsWith("sequencer goes on after ")
                    .contains("the row of log.numbering is missing, so no entry gets a position:"
                            + " run ./hindsight migrate");
            assertThat(log.head()).isZero();

            log.database().migrate();
            await().until(() -> log.head() == 3);
            assertThat(told.all()).hasSize(1);
        }
    }

    /** Each pass takes a connection of its own. */
    private DataSource counted() {
        return log.service(new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                passes.incrementAndGet();
                return super.getConnection();
            }
        });
    }
}
