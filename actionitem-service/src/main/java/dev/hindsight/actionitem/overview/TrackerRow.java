package dev.hindsight.actionitem.overview;

import org.jspecify.annotations.Nullable;

/**
 * One row of a tracker.
 *
 * @param key what to ask the list for, under the name of what is counted by; null for what is open and nobody's, which the list
 *     shows with {@code unowned=true}
 * @param name the reference of an incident, the statement of a factor; null where there is none, or none to be read
 */
public record TrackerRow(@Nullable String key, @Nullable String name, ActionItemCounts counts) {}
