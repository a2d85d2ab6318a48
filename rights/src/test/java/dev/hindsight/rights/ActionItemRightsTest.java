package dev.hindsight.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.kit.identity.Actor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionItemRightsTest {

    private static final Access OPEN = new Access("chain-core", Visibility.OPEN, List.of(), List.of());
    private static final Access HIDDEN = new Access("chain-core", Visibility.RESTRICTED, List.of("eve"), List.of());

    @ParameterizedTest
    @CsvSource({"responder,true", "facilitator,true", "executive,false", "auditor,false", "admin,false"})
    void thoseWhoRecordForATeamProposeForIt(String role, boolean may) {
        assertThat(Rights.mayPropose(actor(role), List.of(OPEN), "chain-core")).isEqualTo(may);
        assertThat(Rights.mayPropose(actor(role), List.of(OPEN), "payments-core"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"responder,false", "facilitator,false", "executive,true", "auditor,false", "admin,false"})
    void executivesDefer(String role, boolean may) {
        assertThat(Rights.mayDefer(actor(role), List.of(OPEN))).isEqualTo(may);
    }

    @Test
    void nothingIsProposedOrDeferredOfAnIncidentThatIsNotToBeSeen() {
        assertThat(Rights.mayPropose(actor("responder"), List.of(OPEN, HIDDEN), "chain-core"))
                .isFalse();
        assertThat(Rights.mayDefer(actor("executive"), List.of(OPEN, HIDDEN))).isFalse();
        assertThat(Rights.mayDefer(actor("executive"), List.of())).isFalse();
    }

    private static Actor actor(String role) {
        return new Actor("ana", Set.of(role), Set.of("chain-core"));
    }
}
