package dev.hindsight.contracts.postmortem;

/** What a lesson is about. */
public enum LessonKind {
    WENT_WELL,
    WENT_POORLY,
    GOT_LUCKY,
    SURPRISED_BY,
    LEARNED
}
