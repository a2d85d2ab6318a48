package dev.hindsight.gateway.postmortems;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of an outage afterwards.
 *
 * @param statedCause the cause in the words of a document that was published elsewhere
 */
public record PostMortem(
        String state,
        @Nullable String owner,
        @Nullable String facilitator,
        @Nullable String statedCause,
        List<Hypothesis> hypotheses,
        List<Factor> factors,
        List<Action> actionItems,
        List<Lesson> lessons) {

    /** @param statedAs the verdict in the word of the document that it was taken from */
    public record Hypothesis(
            String statement,
            @Nullable String evidence,
            String state,
            @Nullable String reasoning,
            @Nullable String statedAs) {}

    /** A cause among others, sorted by what it did, where it lies and what sort of thing it is. */
    public record Factor(String statement, String role, String layer, String kind) {

        /** What somebody has sorted it into so far, most telling first. */
        public List<String> classes() {
            return List.of(role, layer, kind).stream()
                    .filter(name -> !name.equals("UNCLASSIFIED"))
                    .toList();
        }
    }

    public record Action(
            String actionItemId,
            String title,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable StatedFollowUp stated) {}

    /** What the document says of its own action item, word for word. */
    public record StatedFollowUp(
            @Nullable String organisation,
            @Nullable String due,
            @Nullable String status,
            @Nullable String type,
            @Nullable LocalDate completedOn,
            @Nullable String link) {}

    public record Lesson(String kind, String text) {}

    /** In the order in which a meeting asks for them. */
    public List<String> lessonKinds() {
        return List.of("WENT_WELL", "WENT_POORLY", "GOT_LUCKY");
    }

    public List<Lesson> lessonsOf(String kind) {
        return lessons.stream().filter(lesson -> lesson.kind().equals(kind)).toList();
    }

    public long unowned() {
        return actionItems.stream().filter(action -> action.owner() == null).count();
    }

    public long undated() {
        return actionItems.stream().filter(action -> action.due() == null).count();
    }
}
