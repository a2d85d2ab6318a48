package dev.hindsight.incident.records;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.CitedFigure;
import dev.hindsight.contracts.incident.Mark;
import dev.hindsight.contracts.incident.TimelineFacts;
import dev.hindsight.contracts.incident.TimelineKind;
import dev.hindsight.contracts.postmortem.HypothesisState;
import dev.hindsight.contracts.postmortem.LessonKind;
import dev.hindsight.contracts.postmortem.StatedFollowUp;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.contracts.time.Precision;
import dev.hindsight.incident.domain.IncidentCommand.ImportIncident;
import dev.hindsight.incident.domain.IncidentCommand.ImportedEntry;
import dev.hindsight.incident.domain.IncidentCommand.ImportedMark;
import dev.hindsight.incident.domain.IncidentCommand.Provenance;
import dev.hindsight.incident.domain.PostMortemCommand.ImportPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ImportedAction;
import dev.hindsight.incident.domain.PostMortemCommand.ImportedFactor;
import dev.hindsight.incident.domain.PostMortemCommand.ImportedHypothesis;
import dev.hindsight.incident.domain.PostMortemCommand.ImportedLesson;
import dev.hindsight.incident.records.OutageRecord.Entry;
import dev.hindsight.incident.records.OutageRecord.Episode;
import dev.hindsight.incident.records.OutageRecord.Figure;
import dev.hindsight.incident.records.OutageRecord.Source;
import dev.hindsight.incident.records.OutageRecord.StatedAction;
import dev.hindsight.incident.records.OutageRecord.StatedHypothesis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in our words what a record says in its own. */
final class RecordTranslation {

    private final OutageRecord outage;
    private final String contentDigest;
    private final Supplier<UUID> ids;

    RecordTranslation(OutageRecord outage, String contentDigest, Supplier<UUID> ids) {
        this.outage = outage;
        this.contentDigest = contentDigest;
        this.ids = ids;
    }

    ImportIncident incident(UUID incidentId, UUID postMortemId, String reference, String team) {
        return new ImportIncident(
                incidentId,
                reference,
                team,
                outage.title(),
                outage.summary(),
                outage.severityGuess(),
                outage.network() == null ? List.of() : List.of(new Chain(outage.network(), null, List.of())),
                provenance(postMortemId),
                marks(),
                instant(outage.mitigatedAt()),
                resolvedAt(),
                list(outage.timeline()).map(this::entry).toList());
    }

    ImportPostMortem postMortem(UUID postMortemId, UUID incidentId, String team) {
        return new ImportPostMortem(
                postMortemId,
                incidentId,
                team,
                outage.id(),
                outage.rootCause(),
                list(outage.hypotheses()).map(this::hypothesis).toList(),
                list(outage.contributingFactors())
                        .map(text -> new ImportedFactor(ids.get(), text))
                        .toList(),
                list(outage.actionItems()).map(this::action).toList(),
                Stream.of(
                                lessons(LessonKind.WENT_WELL, outage.whatWentWell()),
                                lessons(LessonKind.WENT_POORLY, outage.whatWentPoorly()),
                                lessons(LessonKind.GOT_LUCKY, outage.whereWeGotLucky()))
                        .flatMap(lessons -> lessons)
                        .toList());
    }

    /** The year by which the incident is counted: that of the first time the record states. */
    int year(Instant now) {
        return Stream.of(outage.impactStartedAt(), outage.detectedAt(), outage.mitigatedAt(), outage.resolvedAt(), now)
                .filter(at -> at != null)
                .findFirst()
                .orElse(now)
                .atZone(ZoneOffset.UTC)
                .getYear();
    }

    private Provenance provenance(UUID postMortemId) {
        var source = outage.source() == null ? new Source(null, null, null) : outage.source();
        return new Provenance(
                outage.id(),
                contentDigest,
                postMortemId,
                source.reference(),
                source.url(),
                source.licence(),
                outage.sourceCoverage(),
                outage.organisation(),
                outage.category(),
                outage.assessmentBasis(),
                list(outage.timeNotes()).toList(),
                Stream.concat(list(outage.metricsCited()).map(RecordTranslation::figure), epochs())
                        .toList());
    }

    private List<ImportedMark> marks() {
        var marks = new ArrayList<ImportedMark>();
        add(marks, Mark.IMPACT_STARTED, outage.impactStartedAt(), 1);
        int number = 0;
        for (var episode : list(outage.episodes()).toList()) {
            number++;
            if (number > 1 || !Objects.equals(episode.startedAt(), outage.impactStartedAt())) {
                add(marks, Mark.IMPACT_STARTED, episode.startedAt(), number);
            }
            add(marks, Mark.IMPACT_ENDED, episode.endedAt(), number);
        }
        add(marks, Mark.DETECTED, outage.detectedAt(), episodeAt(outage.detectedAt()));
        return marks;
    }

    private static void add(List<ImportedMark> marks, Mark mark, @Nullable Instant at, int episode) {
        if (at != null) {
            marks.add(new ImportedMark(mark, OccurredAt.at(at), episode));
        }
    }

    /** The last episode that had begun by then. */
    private int episodeAt(@Nullable Instant at) {
        long begun = at == null
                ? 0
                : list(outage.episodes())
                        .map(Episode::startedAt)
                        .filter(start -> start != null && !start.isAfter(at))
                        .count();
        return (int) Math.max(1, begun);
    }

    private @Nullable OccurredAt resolvedAt() {
        if (outage.resolvedAt() == null && outage.resolvedDate() != null) {
            return day(outage.resolvedDate());
        }
        return instant(outage.resolvedAt());
    }

    private ImportedEntry entry(Entry entry) {
        return new ImportedEntry(
                ids.get(),
                new TimelineFacts(kind(entry.kind()), entry.text(), time(entry), entry.source(), List.of(), null));
    }

    private static TimelineKind kind(String stated) {
        try {
            return TimelineKind.valueOf(stated.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RecordRejected(
                    "timeline.kind must be one of %s, not \"%s\".".formatted(List.of(TimelineKind.values()), stated));
        }
    }

    private static OccurredAt time(Entry entry) {
        if ("day".equals(entry.precision())) {
            return day(entry.at().atZone(ZoneOffset.UTC).toLocalDate());
        }
        if (entry.precision() != null) {
            throw new RecordRejected(
                    "timeline.precision must be \"day\" or absent, not \"%s\".".formatted(entry.precision()));
        }
        if (Boolean.TRUE.equals(entry.approx())) {
            return new OccurredAt(entry.at(), entry.at(), Precision.MINUTE, "about " + entry.at());
        }
        return OccurredAt.at(entry.at());
    }

    private static OccurredAt day(LocalDate date) {
        var midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = midnight.plus(Duration.ofDays(1)).minus(1, ChronoUnit.MICROS);
        return new OccurredAt(midnight, end, Precision.DAY, date.toString());
    }

    private static @Nullable OccurredAt instant(@Nullable Instant at) {
        return at == null ? null : OccurredAt.at(at);
    }

    private ImportedHypothesis hypothesis(StatedHypothesis stated) {
        var state = switch (stated.status()) {
            case "confirmed" -> HypothesisState.SUPPORTED;
            case "rejected" -> HypothesisState.REFUTED;
            case null, default -> HypothesisState.INCONCLUSIVE;
        };
        return new ImportedHypothesis(ids.get(), stated.text(), stated.evidence(), state, stated.status());
    }

    private ImportedAction action(StatedAction stated) {
        if (stated.owner() != null) {
            throw new RecordRejected(
                    "actionItems.owner names a person; the log keeps no names. Leave it out and assign the item later.");
        }
        return new ImportedAction(
                ids.get(),
                stated.text(),
                new StatedFollowUp(
                        stated.ownerImplied(),
                        stated.due(),
                        stated.status(),
                        stated.type(),
                        stated.completedOn(),
                        stated.link()));
    }

    private Stream<ImportedLesson> lessons(LessonKind kind, @Nullable List<String> texts) {
        return list(texts).map(text -> new ImportedLesson(ids.get(), kind, text));
    }

    private static CitedFigure figure(Figure figure) {
        var values = new ArrayList<BigDecimal>();
        Map<String, BigDecimal> byLabel = new LinkedHashMap<>();
        if (figure.values() != null && figure.values().isArray()) {
            figure.values().forEach(value -> values.add(number(figure, value)));
        } else if (figure.values() != null) {
            figure.values()
                    .properties()
                    .forEach(entry -> byLabel.put(entry.getKey(), number(figure, entry.getValue())));
        }
        return new CitedFigure(
                figure.name(),
                figure.unit(),
                Boolean.TRUE.equals(figure.approx()),
                figure.value() == null ? null : number(figure, figure.value()),
                figure.from() == null ? null : number(figure, figure.from()),
                figure.to() == null ? null : number(figure, figure.to()),
                values,
                byLabel);
    }

    private static BigDecimal number(Figure figure, JsonNode value) {
        if (!value.isNumber()) {
            throw new RecordRejected("metricsCited \"%s\" must be given in numbers.".formatted(figure.name()));
        }
        return value.decimalValue();
    }

    private Stream<CitedFigure> epochs() {
        var episodes = list(outage.episodes()).toList();
        return episodes.stream()
                .filter(episode -> episode.epochs() != null)
                .map(episode -> new CitedFigure(
                        "first and last epoch of episode " + (episodes.indexOf(episode) + 1),
                        null,
                        false,
                        null,
                        null,
                        null,
                        list(episode.epochs()).map(BigDecimal::valueOf).toList(),
                        Map.of()));
    }

    private static <T> Stream<T> list(@Nullable List<T> stated) {
        return stated == null ? Stream.of() : stated.stream();
    }
}
