package dev.hindsight.gateway.actionitems;

import dev.hindsight.gateway.incidents.Moment;
import dev.hindsight.gateway.postmortems.PostMortem.StatedFollowUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One action item with all that its page shows. */
public record ActionItem(
        String reference,
        String title,
        String status,
        String team,
        @Nullable String postMortemId,
        List<String> incidentIds,
        @Nullable String owner,
        @Nullable LocalDate due,
        List<Assignment> assignments,
        Details details,
        List<Step> steps,
        @Nullable Roadblock roadblock,
        @Nullable Deferral deferral,
        @Nullable Completion completion,
        @Nullable Verification verification,
        List<Comment> comments,
        List<Link> links,
        List<Chased> chase,
        List<Recurrence> recurrences,
        List<Suggestion> suggestions,
        @Nullable StatedFollowUp stated,
        Instant openedAt,
        @Nullable String openedBy) {

    /** In these states its due date counts. */
    static final List<String> AWAITED = List.of("PROPOSED", "ACCEPTED", "IN_PROGRESS", "BLOCKED", "INEFFECTIVE");

    public record Assignment(
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String reason,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** @param factors ids of the contributing factors that it addresses */
    public record Details(
            @Nullable String kind,
            @Nullable String strength,
            @Nullable String priority,
            @Nullable String doneWhen,
            @Nullable String measure,
            @Nullable String executive,
            List<String> factors) {}

    public record Step(
            String to,
            @Nullable String reason,
            @Nullable Moment occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    public record Roadblock(
            String roadblock, Moment since, @Nullable String recordedBy) {}

    /** @param recordedBy who accepts the risk of waiting */
    public record Deferral(
            String risk,
            LocalDate until,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    public record Completion(
            List<String> evidence,
            @Nullable String note,
            @Nullable Moment occurredAt,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    public record Verification(
            @Nullable String note,
            Moment occurredAt,
            @Nullable String recordedBy) {}

    public record Comment(
            String text, Instant recordedAt, @Nullable String recordedBy) {}

    public record Link(
            String url,
            @Nullable String label,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /**
     * That somebody was to be reminded, or told.
     *
     * @param rung of the ladder; null for a reminder of those who are to act
     * @param days before or after the day that it is about
     */
    public record Chased(
            String because,
            @Nullable String rung,
            int days,
            Instant scheduledFor,
            Instant decidedAt,
            List<String> recipients) {}

    /**
     * A later incident that shares a factor with it.
     *
     * @param incidentId null if the reader may not know which
     * @param addressed the factor of the item; null where it names none
     */
    public record Recurrence(
            @Nullable String incidentId, @Nullable String addressed, Instant recordedAt) {}

    /** A step that a change elsewhere suggests. */
    public record Suggestion(
            String change,
            String source,
            String url,
            Instant occurredAt,
            @Nullable String dismissedBecause,
            @Nullable String dismissedBy) {}

    public boolean isAwaited() {
        return AWAITED.contains(status);
    }

    public boolean isOverdue(Reader reader) {
        return due != null && isAwaited() && due.isBefore(reader.today());
    }

    /** Each assignment beside the one before it. */
    public List<Handover> handovers() {
        List<Handover> handovers = new ArrayList<>();
        Assignment before = null;
        for (var assignment : assignments) {
            handovers.add(new Handover(before, assignment));
            before = assignment;
        }
        return handovers;
    }

    /** All that its page names. */
    List<String> incidents() {
        return Stream.concat(
                        incidentIds.stream(),
                        recurrences.stream().map(Recurrence::incidentId).filter(Objects::nonNull))
                .toList();
    }
}
