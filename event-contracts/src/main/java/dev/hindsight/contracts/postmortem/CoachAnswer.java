package dev.hindsight.contracts.postmortem;

/** What somebody made of a finding of the blameless coach. */
public enum CoachAnswer {
    ACCEPTED,
    REWORDED,
    DISMISSED
}
