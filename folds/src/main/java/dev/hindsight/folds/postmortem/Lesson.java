package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.LessonKind;
import java.util.UUID;

/** Something that was learnt. */
public record Lesson(UUID lessonId, LessonKind kind, String text) {}
