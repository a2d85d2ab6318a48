package dev.hindsight.incident.domain;

import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisAssessed;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisBeliefStated;
import dev.hindsight.contracts.postmortem.AnalysisEvent.HypothesisTested;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ParkedSolutionDropped;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSent;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSet;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteCorrected;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteTaken;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantInvited;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantJoined;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantLeft;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseClosed;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseExtended;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseOpened;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementAnswered;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementMade;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementParked;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementRestated;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineMasked;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineUnmasked;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ChecklistItemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.CoachFindingAnswered;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;

/** Who puts which fact about a post-mortem on record: the facilitator, or anyone who takes part. */
final class PostMortemFacts {

    private PostMortemFacts() {}

    /** It is the facilitator's to say; a fact that is not listed is none that may be put on record by itself. */
    static boolean isLed(PostMortemEvent fact) {
        return switch (fact) {
            case PreparationBegun _,
                    PostMortemAssigned _,
                    ChecklistItemWaived _,
                    MeetingScheduled _,
                    ReviewShared _,
                    PostMortemWaived _,
                    AgendaSet _,
                    AgendaSent _,
                    ParticipantInvited _,
                    PhaseOpened _,
                    PhaseExtended _,
                    PhaseClosed _,
                    TimelineMasked _,
                    TimelineUnmasked _,
                    HypothesisSupported _,
                    HypothesisRefuted _,
                    HypothesisLeftInconclusive _,
                    ContributingFactorIdentified _,
                    ContributingFactorClassified _,
                    ContributingFactorWithdrawn _,
                    ParkedSolutionDropped _ -> true;
            case ParticipantJoined _,
                    ParticipantLeft _,
                    NoteTaken _,
                    NoteCorrected _,
                    StatementMade _,
                    StatementRestated _,
                    StatementAnswered _,
                    StatementParked _,
                    HypothesisProposed _,
                    HypothesisTested _,
                    HypothesisAssessed _,
                    HypothesisBeliefStated _,
                    LessonRecorded _,
                    CoachFindingAnswered _ -> false;
            default -> throw new IllegalArgumentException("a step, not a fact: " + fact);
        };
    }

    /** It happens in the room, so a meeting has to be in session. */
    static boolean isOfTheRoom(PostMortemEvent fact) {
        return switch (fact) {
            case PhaseOpened _,
                    PhaseExtended _,
                    PhaseClosed _,
                    ParticipantJoined _,
                    ParticipantLeft _,
                    NoteTaken _,
                    StatementMade _,
                    TimelineMasked _,
                    TimelineUnmasked _ -> true;
            default -> false;
        };
    }
}
