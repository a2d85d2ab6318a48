package dev.hindsight.gateway.actionitems;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionItemFilterTest {

    @ParameterizedTest
    @CsvSource({
        ", , open=true",
        "OPEN, , open=true",
        "SETTLED, , open=false",
        ", false, open=false",
        "ANY, , ''",
        "VERIFIED, true, state=VERIFIED",
        "nonsense, nonsense, open=true"
    })
    void asksTheServiceForOneState(@Nullable String state, @Nullable String open, String query) {
        assertThat(filter(state, open, null, null, null).query("me")).isEqualTo(query);
    }

    @Test
    void leavesOutWhatTheFormDoesNotOffer() {
        var filter = filter(null, null, "somebody else", "1 May", "yes");

        assertThat(filter.query("me")).isEqualTo("open=true");
        assertThat(filter.lastDay()).isEmpty();
        assertThat(filter.isDetailed()).isFalse();
    }

    @Test
    void asksForTheReadersOwnByTheirId() {
        var filter = filter(null, null, "mine", null, "true");

        assertThat(filter.query("s-1")).isEqualTo("owner=s-1&open=true&overdue=true");
        assertThat(filter.queryOfAll("s-1")).isEqualTo("owner=s-1");
        assertThat(filter.from("next")).isEqualTo("/action-items?owner=mine&overdue=true&cursor=next");
    }

    private static ActionItemFilter filter(
            @Nullable String state,
            @Nullable String open,
            @Nullable String owner,
            @Nullable String dueBefore,
            @Nullable String overdue) {
        return new ActionItemFilter(" ", state, open, owner, null, null, dueBefore, overdue, null, null, null, null);
    }
}
