package dev.hindsight.gateway.actionitems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {

    private static final Reader READER = new Reader("me", LocalDate.parse("2026-03-01"));

    @ParameterizedTest
    @CsvSource({
        "2026-02-24, overdue by 5 days",
        "2026-02-28, overdue by 1 day",
        "2026-03-01, due today",
        "2026-03-02, due tomorrow",
        "2026-03-03, due in 2 days"
    })
    void saysHowFarOffADateIs(LocalDate due, String words) {
        assertThat(READER.timing(due)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "me, you",
        ", nobody",
        "s-3, person s-3",
        "8f5c2c1e-0d6b-4f7e-9c1a-2b3c4d5e6f70, person 8f5c2c1e",
        "service:actionitem-service, Hindsight"
    })
    void namesPeopleByWhatIsKnownOfThem(@Nullable String person, String name) {
        assertThat(READER.named(person)).isEqualTo(name);
    }
}
