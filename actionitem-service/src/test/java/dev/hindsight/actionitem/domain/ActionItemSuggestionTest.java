package dev.hindsight.actionitem.domain;

import static dev.hindsight.actionitem.domain.Item.FORBIDDEN;
import static dev.hindsight.actionitem.domain.Item.ID;
import static dev.hindsight.actionitem.domain.Item.OUTSIDER;
import static dev.hindsight.actionitem.domain.Item.RESPONDER;
import static dev.hindsight.actionitem.domain.Item.SUGGESTION;

import dev.hindsight.actionitem.domain.ActionItemCommand.SuggestChange;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemSuggestionDismissed;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionItemSuggestionTest {

    private static final ActionItemSuggestionDismissed DISMISSED =
            new ActionItemSuggestionDismissed(ID, SUGGESTION.suggestionId(), "closed by a bot");

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    @ParameterizedTest
    @EnumSource
    void isTakenNoteOfInEveryStatus(ActionItemStatus status) {
        actionItem
                .given(Item.in(status))
                .when(new SuggestChange(ID, SUGGESTION))
                .expectEvents(SUGGESTION);
    }

    @Test
    void toldAgainChangesNothing() {
        actionItem
                .given(Item.suggested(ActionItemStatus.ACCEPTED))
                .when(new SuggestChange(ID, SUGGESTION))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void toldAgainOnceItIsDismissedChangesNothing() {
        actionItem
                .given(Item.accepted(SUGGESTION, DISMISSED))
                .when(new SuggestChange(ID, SUGGESTION))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isDismissedOnce() {
        actionItem
                .given(Item.accepted(SUGGESTION, DISMISSED))
                .when(Item.record(DISMISSED), RESPONDER)
                .expectNoEvents()
                .expectExceptionMessage("The suggestion is dismissed already: Read the item: it says why the suggestion"
                        + " is not followed.");
    }

    @Test
    void isDismissedOnlyIfThereIsOne() {
        actionItem
                .given(Item.accepted(SUGGESTION))
                .when(Item.record(new ActionItemSuggestionDismissed(ID, new UUID(0, 12), "closed by a bot")), RESPONDER)
                .expectNoEvents()
                .expectExceptionMessage("The action item has no such suggestion: Read the item: it lists what was"
                        + " suggested, with the ids.");
    }

    @Test
    void isDismissedByTheTeam() {
        actionItem
                .given(Item.accepted(SUGGESTION))
                .when(Item.record(DISMISSED), OUTSIDER)
                .expectNoEvents()
                .expectExceptionMessage(FORBIDDEN);
    }
}
