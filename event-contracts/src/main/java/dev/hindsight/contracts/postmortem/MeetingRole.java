package dev.hindsight.contracts.postmortem;

/** What somebody is invited to a post-mortem meeting as. */
public enum MeetingRole {
    FACILITATOR,
    SCRIBE,
    PARTICIPANT
}
