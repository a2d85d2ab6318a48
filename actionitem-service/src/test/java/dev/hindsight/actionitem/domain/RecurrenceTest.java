package dev.hindsight.actionitem.domain;

import static dev.hindsight.actionitem.domain.Item.COMPLETED;
import static dev.hindsight.actionitem.domain.Item.ID;
import static dev.hindsight.actionitem.domain.Item.INEFFECTIVE;
import static dev.hindsight.actionitem.domain.Item.VERIFIED;

import dev.hindsight.actionitem.domain.ActionItemCommand.RecordRecurrence;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrenceTest {

    private static final UUID LATER = new UUID(0, 30);
    private static final UUID FACTOR = new UUID(0, 31);

    private final AggregateTestFixture<ActionItem> actionItem = new AggregateTestFixture<>(ActionItem.class);

    @Test
    void isRecordedOfWhatIsVerified() {
        actionItem
                .given(Item.in(ActionItemStatus.VERIFIED))
                .when(new RecordRecurrence(ID, recurred(FACTOR)))
                .expectEvents(recurred(FACTOR));
    }

    @Test
    void isRecordedOnceForEachFactor() {
        actionItem
                .given(Item.accepted(COMPLETED, VERIFIED, recurred(FACTOR)))
                .when(new RecordRecurrence(ID, recurred(FACTOR)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        new AggregateTestFixture<>(ActionItem.class)
                .given(Item.accepted(COMPLETED, VERIFIED, recurred(FACTOR)))
                .when(new RecordRecurrence(ID, recurred(new UUID(0, 32))))
                .expectEvents(recurred(new UUID(0, 32)));
    }

    @Test
    void aLinkAddsNothingToAFactorButAFactorToALink() {
        actionItem
                .given(Item.accepted(COMPLETED, VERIFIED, recurred(FACTOR)))
                .when(new RecordRecurrence(ID, recurred(null)))
                .expectNoEvents();
        new AggregateTestFixture<>(ActionItem.class)
                .given(Item.accepted(COMPLETED, VERIFIED, recurred(null)))
                .when(new RecordRecurrence(ID, recurred(FACTOR)))
                .expectEvents(recurred(FACTOR));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void isNotRecordedOfWhatDoesNotCountAsVerified(ActionItemStatus status) {
        actionItem
                .given(Item.in(status))
                .when(new RecordRecurrence(ID, recurred(FACTOR)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoeverSeesItMaySayThatItDidNotHelp() {
        actionItem
                .given(Item.accepted(COMPLETED, VERIFIED, recurred(FACTOR)))
                .when(Item.record(INEFFECTIVE), Item.RESPONDER)
                .expectEvents(INEFFECTIVE);
    }

    private static ActionItemRecurred recurred(@Nullable UUID factor) {
        return new ActionItemRecurred(ID, LATER, null, null, factor, List.of("ana"));
    }
}
