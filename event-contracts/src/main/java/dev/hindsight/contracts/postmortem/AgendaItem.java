package dev.hindsight.contracts.postmortem;

/** The time box of one phase of a meeting, in minutes. */
public record AgendaItem(MeetingPhase phase, int minutes) {}
