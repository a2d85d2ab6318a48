package dev.hindsight.coach.actors;

/**
 * What a subject counts as.
 *
 * @param why in words, for the person who reads the finding
 */
public record Actor(ActorKind kind, String name, String why) {}
