package dev.hindsight.gateway.actionitems;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionItemFilterTest {

    @ParameterizedTest
    @CsvSource({
        ", , open=true&sort=due",
        "OPEN, , open=true&sort=due",
        "SETTLED, , open=false&sort=-opened",
        ", false, open=false&sort=-opened",
        "ANY, , sort=-opened",
        "BLOCKED, , state=BLOCKED&sort=due",
        "VERIFIED, true, state=VERIFIED&sort=-opened",
        "nonsense, nonsense, open=true&sort=due"
    })
    void asksTheServiceForOneStateInItsUsualOrder(@Nullable String state, @Nullable String open, String query) {
        assertThat(filter(state, open, null, null, null).query("me")).isEqualTo(query);
    }

    @Test
    void leavesOutWhatTheFormDoesNotOffer() {
        var filter = filter(null, null, "somebody else", "1 May", "yes");

        assertThat(filter.query("me")).isEqualTo("open=true&sort=due");
        assertThat(filter.lastDay()).isEmpty();
        assertThat(filter.isDetailed()).isFalse();
    }

    @Test
    void asksForTheReadersOwnByTheirId() {
        var filter = filter(null, null, "mine", null, "true");

        assertThat(filter.query("s-1")).isEqualTo("owner=s-1&open=true&overdue=true&sort=due");
        assertThat(filter.queryOfAll("s-1")).isEqualTo("owner=s-1");
        assertThat(filter.from("next")).isEqualTo("/action-items?owner=mine&overdue=true&cursor=next");
    }

    /** What is overdue is to be done, whatever else is asked for. */
    @Test
    void sortsWhatIsOverdueByItsDueDate() {
        assertThat(filter("ANY", null, null, null, "true").query("me")).isEqualTo("overdue=true&sort=due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "-due", "priority", "-opened", "opened"})
    void sortsAsTheServiceCan(String sort) {
        assertThat(sorted("ANY", sort).query("me")).isEqualTo("sort=" + sort);
        assertThat(sorted("ANY", sort).orders())
                .extracting(ActionItemOrder::sort)
                .contains(sort)
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "DUE", "", "due,opened"})
    void sortsAsUsualIfTheOrderIsNoneOfTheForm(String sort) {
        assertThat(sorted(null, sort).query("me")).isEqualTo("open=true&sort=due");
    }

    /** The form always says an order: only one that is not the usual one was chosen by somebody. */
    @Test
    void takesAChosenOrderAlongAndNoOther() {
        assertThat(sorted(null, "priority").from("next")).isEqualTo("/action-items?sort=priority&cursor=next");
        assertThat(sorted(null, "priority").address("ANY", null)).isEqualTo("/action-items?state=ANY&sort=priority");
        assertThat(sorted(null, "-opened").address("ANY", null)).isEqualTo("/action-items?state=ANY");
        assertThat(sorted(null, "due").address("ANY", null)).isEqualTo("/action-items?state=ANY");
        assertThat(sorted("ANY", "due").address("ANY", null)).isEqualTo("/action-items?state=ANY&sort=due");
    }

    @Test
    void anOrderHidesNothing() {
        assertThat(sorted(null, "priority").narrows()).isFalse();
        assertThat(sorted("ANY", "priority").narrows()).isTrue();
    }

    private static ActionItemFilter sorted(@Nullable String state, String sort) {
        return new ActionItemFilter(null, state, null, null, null, null, null, null, null, null, null, sort, null);
    }

    private static ActionItemFilter filter(
            @Nullable String state,
            @Nullable String open,
            @Nullable String owner,
            @Nullable String dueBefore,
            @Nullable String overdue) {
        return new ActionItemFilter(
                " ", state, open, owner, null, null, dueBefore, overdue, null, null, null, null, null);
    }
}
