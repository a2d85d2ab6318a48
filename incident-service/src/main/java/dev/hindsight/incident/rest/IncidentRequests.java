package dev.hindsight.incident.rest;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.ChainPosition;
import dev.hindsight.contracts.incident.DetectionSource;
import dev.hindsight.contracts.incident.ImpactFacts;
import dev.hindsight.contracts.incident.ImpactKind;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.KnownRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryDisputed;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownRaised;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentRole;
import dev.hindsight.contracts.incident.LinkRelation;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.incident.UpdateAudience;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.folds.incident.ChainClock;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.logkit.StatedTime;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about incidents. */
final class IncidentRequests {

    private IncidentRequests() {}

    /** @param mode LIVE if absent */
    record Declare(
            @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 10_000) String summary,
            @NotNull Severity severity,
            @NotBlank @Size(max = 100) String team,
            @Nullable IncidentMode mode,
            @Nullable Boolean triage,
            @Nullable Visibility visibility,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> people,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> teams,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> systems,
            @Nullable @Size(max = 20) List<@NotNull Chain> chains,
            @Nullable DetectionSource detectionSource,
            @Nullable StatedTime occurredAt,
            @Nullable @Size(max = 10_000) String note) {}

    /** A step in the life of an incident: at which time, with which note. */
    record Step(
            @Nullable StatedTime occurredAt,
            @Nullable @Size(max = 10_000) String note) {}

    record RecordMark(
            @NotNull Mark mark,
            @NotNull StatedTime occurredAt,
            @Nullable @Min(1) Integer episode) {}

    /** When a mark really was, and why it was wrong. */
    record MarkCorrection(
            @NotNull StatedTime occurredAt,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** Why something no longer counts. */
    record Retraction(@NotBlank @Size(max = 2_000) String reason) {}

    /** A step that needs a reason. */
    record ReasonedStep(
            @Nullable StatedTime occurredAt,
            @NotBlank @Size(max = 10_000) String reason) {}

    /** @param target id or reference of the incident that this one is a part of */
    record Merge(
            @NotBlank @Size(max = 100) String target,
            @Nullable StatedTime occurredAt,
            @Nullable @Size(max = 10_000) String note) {}

    record ChangeSeverity(
            @NotNull Severity severity,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** What is absent stays as it is. */
    record ChangeDetails(
            @Nullable @Size(min = 1, max = 300) String title,
            @Nullable @Size(max = 10_000) String summary,
            @Nullable @Size(min = 1, max = 100) String team,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> systems,
            @Nullable @Size(max = 20) List<@NotNull Chain> chains,
            @Nullable DetectionSource detectionSource) {

        IncidentDetailsChanged change(UUID incidentId) {
            if (title == null
                    && summary == null
                    && team == null
                    && systems == null
                    && chains == null
                    && detectionSource == null) {
                throw ProblemException.invalid("(body)", "must name at least one detail");
            }
            return new IncidentDetailsChanged(incidentId, title, summary, team, systems, chains, detectionSource);
        }
    }

    record Entry(
            @NotNull TimelineKind kind,
            @NotBlank @Size(max = 20_000) String text,
            @NotNull StatedTime occurredAt,
            @Nullable @Size(max = 500) String source,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidence,
            @Nullable ChainPosition chainPosition) {

        TimelineFacts facts() {
            return new TimelineFacts(
                    kind, text, occurredAt.occurredAt(), source, orEmpty(evidence), plausible(chainPosition));
        }
    }

    /** The whole entry anew, and why. */
    record Correction(
            @NotNull TimelineKind kind,
            @NotBlank @Size(max = 20_000) String text,
            @NotNull StatedTime occurredAt,
            @Nullable @Size(max = 500) String source,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidence,
            @Nullable ChainPosition chainPosition,
            @NotBlank @Size(max = 2_000) String reason) {

        TimelineFacts facts() {
            return new Entry(kind, text, occurredAt, source, evidence, chainPosition).facts();
        }
    }

    /** Another reading of a timeline entry. */
    record Dispute(
            @NotBlank @Size(max = 20_000) String otherReading,
            @Nullable StatedTime occurredAt,
            @Nullable @Size(max = 500) String source,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidence) {

        TimelineEntryDisputed fact(UUID incidentId, UUID entryId, UUID disputeId) {
            return new TimelineEntryDisputed(
                    incidentId,
                    entryId,
                    disputeId,
                    otherReading,
                    occurredAt == null ? null : occurredAt.occurredAt(),
                    source,
                    orEmpty(evidence));
        }
    }

    /** How a dispute ended. */
    record Settlement(@NotBlank @Size(max = 10_000) String outcome) {}

    record Impact(
            @NotNull ImpactKind kind,
            @NotNull StatedTime from,
            @Nullable StatedTime until,
            @Nullable @Digits(integer = 30, fraction = 18) BigDecimal quantity,
            @Nullable @Size(max = 100) String unit,
            @Nullable @Size(max = 500) String feltBy,
            @Nullable @Size(max = 10_000) String note) {

        ImpactFacts facts() {
            if (quantity != null && unit == null) {
                throw ProblemException.invalid("unit", "must be given with a quantity");
            }
            return new ImpactFacts(
                    kind, from.occurredAt(), until == null ? null : until.occurredAt(), quantity, unit, feltBy, note);
        }
    }

    /** The whole impact anew, and why. */
    record ImpactCorrection(
            @NotNull ImpactKind kind,
            @NotNull StatedTime from,
            @Nullable StatedTime until,
            @Nullable @Digits(integer = 30, fraction = 18) BigDecimal quantity,
            @Nullable @Size(max = 100) String unit,
            @Nullable @Size(max = 500) String feltBy,
            @Nullable @Size(max = 10_000) String note,
            @NotBlank @Size(max = 2_000) String reason) {

        ImpactFacts facts() {
            return new Impact(kind, from, until, quantity, unit, feltBy, note).facts();
        }
    }

    /** @param person subject id */
    record Role(
            @NotNull IncidentRole role,
            @NotBlank @Size(max = 100) String person,
            @Nullable StatedTime occurredAt) {}

    /** @param target id or reference of the other incident */
    record Link(
            @NotNull LinkRelation relation,
            @NotBlank @Size(max = 100) String target,
            @Nullable @Size(max = 10_000) String note) {}

    /** @param target id or reference of the other incident */
    record Unlink(
            @NotNull LinkRelation relation,
            @NotBlank @Size(max = 100) String target,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** What is known, or not known yet. */
    enum RegisterKind {
        KNOWN,
        UNKNOWN
    }

    /**
     * @param investigator of an unknown: subject id of who is finding out
     * @param closes of a known: the unknown that it answers
     * @param evidence of a known
     */
    record RegisterEntry(
            @NotNull RegisterKind kind,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable @Size(min = 1, max = 100) String investigator,
            @Nullable UUID closes,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidence,
            @Nullable StatedTime occurredAt) {

        IncidentEvent fact(UUID incidentId, UUID id, Instant now) {
            var at = StatedTime.orNow(occurredAt, now);
            if (kind == RegisterKind.KNOWN) {
                requireAbsent("investigator", investigator);
                return new KnownRecorded(incidentId, id, text, closes, orEmpty(evidence), at);
            }
            requireAbsent("closes", closes);
            requireAbsent("evidence", evidence);
            return new UnknownRaised(incidentId, id, text, investigator, at);
        }

        private void requireAbsent(String field, @Nullable Object value) {
            if (value != null) {
                throw ProblemException.invalid(field, "does not belong to a " + kind);
            }
        }
    }

    /** @param investigator subject id of who is finding out */
    record Assignment(@NotBlank @Size(max = 100) String investigator) {}

    /** @param nextDue when the next one can be expected */
    record Update(
            @NotNull UpdateAudience audience,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable OffsetDateTime nextDue,
            @Nullable StatedTime occurredAt) {}

    record ChangeVisibility(
            @NotNull Visibility visibility,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> people,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> teams,
            @NotBlank @Size(max = 2_000) String reason) {}

    private static @Nullable ChainPosition plausible(@Nullable ChainPosition position) {
        if (position == null) {
            return null;
        }
        if (position.chain() == null || position.chain().isBlank()) {
            throw ProblemException.invalid("chainPosition.chain", "must not be blank");
        }
        if (position.height() == null && position.slot() == null && position.epoch() == null) {
            throw ProblemException.invalid("chainPosition", "must state a height, a slot or an epoch");
        }
        if (!ChainClock.isPlausible(position)) {
            throw ProblemException.invalid("chainPosition", "must have numbers from 0 to 100000000000");
        }
        return position;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
