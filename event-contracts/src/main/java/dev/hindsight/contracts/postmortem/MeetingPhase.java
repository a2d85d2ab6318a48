package dev.hindsight.contracts.postmortem;

/** The parts of a post-mortem meeting, in the order of the agenda. */
public enum MeetingPhase {
    INTRODUCTION,
    TIMELINE_REVIEW,
    ROOT_CAUSE_ANALYSIS,
    ACTION_ITEMS,
    Q_AND_A
}
