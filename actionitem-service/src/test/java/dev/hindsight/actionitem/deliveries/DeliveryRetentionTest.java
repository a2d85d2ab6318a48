package dev.hindsight.actionitem.deliveries;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryRetentionTest {

    private static final Jdbi NOT_ASKED = Jdbi.create("jdbc:postgresql://localhost:1/nowhere");

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "36501", "99999999999", "1.5", "ninety", "P90D", "\u0669"})
    void whatIsNoNumberOfDaysKeepsTheServiceFromStarting(String days) {
        assertThatThrownBy(() -> new DeliveryRetention(NOT_ASKED, Optional.of(days)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "HINDSIGHT_WEBHOOK_DELIVERY_DAYS must be a whole number from 1 to 36500, not \"%s\": so many"
                                + " days what came of a webhook's messages is kept.",
                        days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "90", "36500", " 30 "})
    void anyOtherNumberIsTaken(String days) {
        assertThatCode(() -> new DeliveryRetention(NOT_ASKED, Optional.of(days)))
                .doesNotThrowAnyException();
    }

    @Test
    void noneIsNeeded() {
        assertThatCode(() -> new DeliveryRetention(NOT_ASKED, Optional.empty())).doesNotThrowAnyException();
    }
}
