package dev.hindsight.folds.chase;

import static dev.hindsight.folds.chase.Chased.AGREED;
import static dev.hindsight.folds.chase.Chased.FRIDAY;
import static dev.hindsight.folds.chase.Chased.ID;
import static dev.hindsight.folds.chase.Chased.LADDER;
import static dev.hindsight.folds.chase.Chased.WORKING_DAYS;
import static dev.hindsight.folds.chase.Chased.accepted;
import static dev.hindsight.folds.chase.Chased.after;
import static dev.hindsight.folds.chase.Chased.at;
import static dev.hindsight.folds.chase.Chased.decided;
import static dev.hindsight.folds.chase.Chased.ladder;
import static dev.hindsight.folds.chase.Chased.opened;
import static dev.hindsight.folds.chase.Chased.team;
import static dev.hindsight.folds.chase.Chased.tell;
import static dev.hindsight.folds.chase.Chased.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemBlocked;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemCompleted;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemDeferred;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemFoundIneffective;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemReassigned;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRescheduled;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemResumed;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemUnblocked;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.policy.ChaseRules;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import dev.hindsight.folds.policy.TeamCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void anOwnerIsRemindedBeforeOnAndAfterTheDayAndOthersAreTold() {
        assertThat(told(accepted(FRIDAY), "2026-04-12T00:00:00Z"))
                .containsExactly(
                        "2026-03-13T09:00:00Z OWNER 7",
                        "2026-03-19T09:00:00Z OWNER 1",
                        "2026-03-20T09:00:00Z OWNER 0",
                        "2026-03-23T09:00:00Z OWNER 1",
                        "2026-03-23T09:00:00Z TEAM_LEAD 3",
                        "2026-03-27T09:00:00Z OWNER 7",
                        "2026-03-27T09:00:00Z EXECUTIVE 7",
                        "2026-04-03T09:00:00Z OWNER 14",
                        "2026-04-10T09:00:00Z OWNER 21");
    }

    @Test
    void whatIsDueOnADayOffIsRemindedOfBeforeIt() {
        assertThat(told(accepted(LocalDate.parse("2026-03-22")), "2026-03-22T23:00:00Z"))
                .containsExactly("2026-03-13T09:00:00Z OWNER 7", "2026-03-20T09:00:00Z OWNER 0");
    }

    @Test
    void whatFellBeforeItWasAgreedIsNotMadeUpFor() {
        assertThat(told(accepted(LocalDate.parse("2026-03-04")), "2026-03-04T10:00:00Z"))
                .containsExactly("2026-03-03T09:00:00Z OWNER 1", "2026-03-04T09:00:00Z OWNER 0");
    }

    @Test
    void whatWasOverdueWhenAgreedIsChasedFromThatDay() {
        assertThat(told(accepted(LocalDate.parse("2026-01-01")), "2026-03-10T00:00:00Z"))
                .containsExactly(
                        "2026-03-03T09:00:00Z OWNER 1",
                        "2026-03-05T09:00:00Z TEAM_LEAD 3",
                        "2026-03-09T09:00:00Z OWNER 7",
                        "2026-03-09T09:00:00Z EXECUTIVE 7");
    }

    @Test
    void aNewDateBeginsTheLadderAnew() {
        var late = decided(accepted(FRIDAY), at("2026-03-24T00:00:00Z"));
        var moved = after(
                late, new ActionItemRescheduled(ID, LocalDate.parse("2026-04-03"), "late", at("2026-03-24T08:00:00Z")));

        assertThat(told(moved, "2026-04-07T00:00:00Z"))
                .containsExactly(
                        "2026-03-27T09:00:00Z OWNER 7",
                        "2026-04-02T09:00:00Z OWNER 1",
                        "2026-04-03T09:00:00Z OWNER 0",
                        "2026-04-06T09:00:00Z OWNER 1",
                        "2026-04-06T09:00:00Z TEAM_LEAD 3");
    }

    @Test
    void anotherOwnerGoesOnWhereTheLadderIs() {
        var late = decided(accepted(FRIDAY), at("2026-03-24T00:00:00Z"));

        assertThat(told(after(late, new ActionItemReassigned(ID, "ben", "away")), "2026-03-28T00:00:00Z"))
                .containsExactly("2026-03-27T09:00:00Z OWNER 7", "2026-03-27T09:00:00Z EXECUTIVE 7");
    }

    @Test
    void aRoadblockIsTakenToTheTeamLeadAtOnceAndToTheExecutiveIfItStays() {
        var blocked = after(
                accepted(LocalDate.parse("2026-06-01")),
                new ActionItemBlocked(ID, "the vendor", OccurredAt.at(at("2026-03-07T22:00:00Z"))));

        assertThat(told(blocked, "2026-03-20T00:00:00Z"))
                .containsExactly(
                        "2026-03-07T22:00:00Z ROADBLOCK_TEAM_LEAD 0", "2026-03-12T09:00:00Z ROADBLOCK_EXECUTIVE 5");
    }

    @Test
    void asOftenAsItIsBlocked() {
        var once = decided(
                after(
                        accepted(LocalDate.parse("2026-06-01")),
                        new ActionItemBlocked(ID, "the vendor", OccurredAt.at(at("2026-03-07T22:00:00Z")))),
                at("2026-03-07T22:00:01Z"));
        var twice = after(
                once,
                new ActionItemUnblocked(ID, ActionItemStatus.ACCEPTED, null, OccurredAt.at(at("2026-03-07T22:05:00Z"))),
                new ActionItemBlocked(ID, "the vendor again", OccurredAt.at(at("2026-03-07T22:10:00Z"))));

        assertThat(told(twice, "2026-03-08T00:00:00Z")).containsExactly("2026-03-07T22:10:00Z ROADBLOCK_TEAM_LEAD 0");
    }

    @Test
    void whatNobodyHasAcceptedIsTheTeamLeadsToChase() {
        assertThat(told(ChaseState.of(opened(null, null, null), AGREED), "2026-03-20T00:00:00Z"))
                .containsExactly("2026-03-09T09:00:00Z ACCEPTANCE 7", "2026-03-16T09:00:00Z ACCEPTANCE 14");
    }

    @Test
    void importedHistoryIsNotChasedForWhatItLacks() {
        var stated = new StatedFollowUp("Example Labs", null, "open", null, null, null);

        assertThat(LADDER.next(ChaseState.of(opened(null, null, stated), AGREED)))
                .isEmpty();
    }

    @Test
    void whatIsDoneWaitsToBeVerified() {
        var done = after(
                accepted(FRIDAY),
                new ActionItemCompleted(ID, List.of("a link"), null, OccurredAt.at(at("2026-03-19T15:00:00Z"))));

        assertThat(told(done, "2026-04-03T00:00:00Z"))
                .containsExactly("2026-03-26T09:00:00Z VERIFICATION 7", "2026-04-02T09:00:00Z VERIFICATION 14");
    }

    @Test
    void whatDidNotHelpIsChasedFromThen() {
        var ineffective = after(
                decided(accepted(FRIDAY), at("2026-03-24T00:00:00Z")),
                new ActionItemCompleted(ID, List.of("a link"), null, OccurredAt.at(at("2026-03-24T08:00:00Z"))),
                new ActionItemFoundIneffective(ID, "silent", OccurredAt.at(at("2026-05-04T08:00:00Z"))));

        assertThat(told(ineffective, "2026-05-08T00:00:00Z"))
                .containsExactly("2026-05-05T09:00:00Z OWNER 1", "2026-05-07T09:00:00Z TEAM_LEAD 3");
    }

    @Test
    void whatIsDeferredComesBackAtTheBeginningOfItsDayWhereTheTeamIs() {
        var seoul = ladder(team("Asia/Seoul", "09:00", List.of(), null));
        var deferred = after(
                accepted(FRIDAY),
                new ActionItemDeferred(ID, "an hour", LocalDate.parse("2026-05-01"), OccurredAt.at(AGREED)));

        assertThat(seoul.next(deferred)).contains(at("2026-04-30T15:00:00Z"));
        assertThat(seoul.isBack(deferred, at("2026-04-30T14:59:59Z"))).isFalse();
        assertThat(seoul.isBack(deferred, at("2026-04-30T15:00:00Z"))).isTrue();
        assertThat(seoul.due(deferred, at("2026-06-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void whatComesBackBlockedIsTakenToTheTeamLeadAgain() {
        var back = after(
                accepted(FRIDAY),
                new ActionItemBlocked(ID, "the vendor", OccurredAt.at(AGREED)),
                new ActionItemDeferred(ID, "an hour", LocalDate.parse("2026-05-01"), OccurredAt.at(AGREED)),
                new ActionItemResumed(ID, ActionItemStatus.BLOCKED, null, OccurredAt.at(at("2026-05-01T00:00:00Z"))));

        assertThat(told(back, "2026-05-02T00:00:00Z")).containsExactly("2026-05-01T00:00:00Z ROADBLOCK_TEAM_LEAD 0");
    }

    @Test
    void otherRulesMeetNoStageTwice() {
        var reminded = decided(accepted(FRIDAY), at("2026-03-14T00:00:00Z"));
        var rules = new ChaseRules(List.of(14, 7, 2), 7, 3, 7, 5, 7, 7);

        assertThat(tell(new Ladder(rules, new TeamCalendar(WORKING_DAYS)).due(reminded, at("2026-03-21T00:00:00Z"))))
                .containsExactly("2026-03-18T09:00:00Z OWNER 2", "2026-03-20T09:00:00Z OWNER 0");
    }

    @Test
    void anotherTimeOfDayMeetsNoStageTwice() {
        var reminded = decided(accepted(FRIDAY), at("2026-03-20T09:30:00Z"));
        var noon = ladder(team("UTC", "12:00", List.of("lea"), "max"));

        assertThat(noon.due(reminded, at("2026-03-20T12:00:00Z"))).isEmpty();
        assertThat(tell(noon.due(reminded, at("2026-03-23T12:00:00Z"))))
                .containsExactly("2026-03-23T12:00:00Z OWNER 1", "2026-03-23T12:00:00Z TEAM_LEAD 3");
    }

    @Test
    void anEscalationWaitsForSomebodyToTell() {
        var nobody = ladder(team("UTC", "09:00", List.of(), null));
        var blocked = after(accepted(FRIDAY), new ActionItemBlocked(ID, "the vendor", OccurredAt.at(AGREED)));
        var late = at("2026-04-01T00:00:00Z");

        assertThat(nobody.due(blocked, late)).allMatch(stage -> stage.track() == Track.OWNER);
        assertThat(LADDER.due(decided(blocked, nobody.due(blocked, late), late), late))
                .extracting(Stage::track)
                .containsExactly(
                        Track.ROADBLOCK_TEAM_LEAD, Track.ROADBLOCK_EXECUTIVE, Track.TEAM_LEAD, Track.EXECUTIVE);
    }

    @Test
    void ofRepeatsThatWereMissedForLongOnlyThoseOfTheLastMonthAreMadeUpFor() {
        assertThat(told(accepted(FRIDAY), "2027-03-22T12:00:00Z"))
                .containsExactly(
                        "2026-03-13T09:00:00Z OWNER 7",
                        "2026-03-19T09:00:00Z OWNER 1",
                        "2026-03-20T09:00:00Z OWNER 0",
                        "2026-03-23T09:00:00Z TEAM_LEAD 3",
                        "2026-03-27T09:00:00Z EXECUTIVE 7",
                        "2027-02-26T09:00:00Z OWNER 343",
                        "2027-03-05T09:00:00Z OWNER 350",
                        "2027-03-12T09:00:00Z OWNER 357",
                        "2027-03-19T09:00:00Z OWNER 364");
    }

    @Test
    void whenItWasBlockedMayBeKnownRoughly() {
        var day = new OccurredAt(at("2026-03-07T00:00:00Z"), at("2026-03-07T23:59:59Z"), Precision.DAY, null);
        var blocked = after(accepted(LocalDate.parse("2026-06-01")), new ActionItemBlocked(ID, "the vendor", day));

        assertThat(told(blocked, "2026-03-07T12:00:00Z")).containsExactly("2026-03-07T00:00:00Z ROADBLOCK_TEAM_LEAD 0");
    }
}
