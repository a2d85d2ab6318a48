package dev.hindsight.actionitem.domain;

import static dev.hindsight.actionitem.domain.Item.ID;
import static dev.hindsight.actionitem.domain.Item.NOT_FOUND;
import static dev.hindsight.actionitem.domain.Item.TODAY;

import dev.hindsight.actionitem.domain.ActionItemCommand.PutOnRecord;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemTransferred;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.rights.Access;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An action item of chain-core is given to payments-core, whose incident it is by now. */
class TransferTest {

    private static final ActionItemTransferred TRANSFERRED =
            new ActionItemTransferred(ID, "payments-core", "the gateway is theirs");
    private static final Access OPEN_OF_EDGE = new Access("edge", Visibility.OPEN, List.of(), List.of());
    private static final Access OF_PAYMENTS = new Access("payments-core", Visibility.TEAM, List.of(), List.of());

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    static Stream<Map<String, Object>> whoeverMay() {
        return Stream.of(
                Item.RESPONDER, Item.by("fay", "facilitator", "payments-core"), Item.by("edi", "responder", "edge"));
    }

    static Stream<Map<String, Object>> whoeverMayNot() {
        return Stream.of(
                Item.OUTSIDER,
                Item.EXECUTIVE,
                Item.AUDITOR,
                Item.ADMIN,
                Item.by("fay", "facilitator", "another"),
                Item.by("ana", "responder", "another"));
    }

    @ParameterizedTest
    @MethodSource("whoeverMay")
    void isForItsTeamThatOfItsIncidentAndAFacilitatorOfTheOneThatTakesIt(Map<String, Object> caller) {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(transfer(OPEN_OF_EDGE), caller)
                .expectEvents(TRANSFERRED);
    }

    @ParameterizedTest
    @MethodSource("whoeverMayNot")
    void isForNobodyElse(Map<String, Object> caller) {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(transfer(OPEN_OF_EDGE), caller)
                .expectNoEvents()
                .expectExceptionMessage(
                        "Your rights do not allow this: Action items of chain-core are transferred by that"
                                + " team, by the team of their incidents, or by a facilitator of the team that takes them over.");
    }

    @Test
    void doesNotExistForThoseWhoMayNotReadItsIncidents() {
        actionItem
                .given(Item.in(ActionItemStatus.ACCEPTED))
                .when(transfer(Item.HIDDEN), Item.RESPONDER)
                .expectNoEvents()
                .expectExceptionMessage(NOT_FOUND);
    }

    /** As it was before: whoever read it could not work on it, and whoever could did not see it. */
    @Test
    void letsTheTeamOfItsIncidentWorkOnIt() {
        actionItem
                .given(Item.accepted(TRANSFERRED))
                .when(new PutOnRecord(ID, Item.STARTED, TODAY, List.of(OF_PAYMENTS)), Item.OUTSIDER)
                .expectEvents(Item.STARTED);
    }

    @Test
    void toItsOwnTeamChangesNothing() {
        actionItem
                .given(Item.accepted(TRANSFERRED))
                .when(transfer(OPEN_OF_EDGE), Item.by("edi", "responder", "edge"))
                .expectNoEvents()
                .expectExceptionMessage("The action item is so already: It is followed up by payments-core.");
    }

    private static PutOnRecord transfer(Access incident) {
        return new PutOnRecord(ID, TRANSFERRED, TODAY, List.of(incident));
    }
}
