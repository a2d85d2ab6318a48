package dev.hindsight.gateway.actionitems;

/** How many action items a list with the same filter has, and of what kinds. */
public record ActionItemCounts(
        long all, long open, long overdue, long unowned, long undated, long blocked, long deferred, long unverified) {}
