package dev.hindsight.folds.incident;

import dev.hindsight.contracts.incident.Chain;
import dev.hindsight.contracts.incident.DetectionSource;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.ImpactRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAbsorbed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentAcknowledged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentActivated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentClosed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDetailsChanged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentImported;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentLinked;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMerged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentReopened;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentUnlinked;
import dev.hindsight.contracts.incident.IncidentEvent.KnownRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.MarkRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.RoleAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.RoleReleased;
import dev.hindsight.contracts.incident.IncidentEvent.SeverityChanged;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggested;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionAccepted;
import dev.hindsight.contracts.incident.IncidentEvent.SeveritySuggestionDismissed;
import dev.hindsight.contracts.incident.IncidentEvent.StatusUpdatePublished;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineDisputeSettled;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryAdded;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryCorrected;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryDisputed;
import dev.hindsight.contracts.incident.IncidentEvent.TimelineEntryRetracted;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownAssigned;
import dev.hindsight.contracts.incident.IncidentEvent.UnknownRaised;
import dev.hindsight.contracts.incident.IncidentEvent.VisibilityChanged;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.folds.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one incident, oldest first, into its state. */
@SuppressWarnings("NullAway.Init") // filled by the declaration, before which there is no state
public final class IncidentFold {

    private final Marks marks = new Marks();
    private final TimelineFold timeline = new TimelineFold();
    private final FactsFold facts = new FactsFold();
    private final List<IncidentStep> steps = new ArrayList<>();
    private final List<UUID> absorbed = new ArrayList<>();
    private final List<SeverityChange> severityChanges = new ArrayList<>();
    private final Map<UUID, SeveritySuggestion> suggestions = new LinkedHashMap<>();
    private @Nullable Recorded<?> first;
    private IncidentDeclared declared;
    private String title;
    private @Nullable String summary;
    private Severity severity;
    private IncidentStatus status;
    private String team;
    private Visibility visibility;
    private List<String> people;
    private List<String> teams;
    private List<String> systems;
    private List<Chain> chains;
    private @Nullable DetectionSource detectionSource;
    private @Nullable UUID mergedInto;
    private @Nullable IncidentImported imported;
    private long version;

    /** The state after all of these events, or nothing if there are none. */
    public static Optional<IncidentState> of(Iterable<? extends Recorded<? extends IncidentEvent>> history) {
        var fold = new IncidentFold();
        history.forEach(fold::add);
        return fold.state();
    }

    public void add(Recorded<? extends IncidentEvent> by) {
        marks.add(by);
        status = Lifecycle.after(by.event(), status);
        switch (by.event()) {
            case IncidentDeclared e -> declare(e, by);
            case IncidentImported e -> imported = e;
            case IncidentActivated e -> step(e.occurredAt(), e.note(), by);
            case IncidentDeclined e -> step(e.occurredAt(), e.reason(), by);
            case IncidentAcknowledged e -> step(e.occurredAt(), e.note(), by);
            case IncidentMitigated e -> step(e.occurredAt(), e.note(), by);
            case IncidentResolved e -> step(e.occurredAt(), e.note(), by);
            case IncidentReopened e -> step(e.occurredAt(), e.reason(), by);
            case IncidentClosed e -> step(e.occurredAt(), e.note(), by);
            case IncidentMerged e -> {
                step(e.occurredAt(), e.note(), by);
                mergedInto = e.targetId();
            }
            case IncidentAbsorbed e -> absorbed.add(e.absorbedId());
            case SeverityChanged e -> {
                severityChanges.add(
                        new SeverityChange(severity, e.severity(), e.reason(), by.recordedAt(), by.recordedBy()));
                severity = e.severity();
            }
            case SeveritySuggested e ->
                suggestions.put(e.suggestionId(), SeveritySuggestion.open(e.suggestionId(), e.suggestion(), by));
            case SeveritySuggestionAccepted e -> answer(e.suggestionId(), SeveritySuggestion.Answer.ACCEPTED, null, by);
            case SeveritySuggestionDismissed e ->
                answer(e.suggestionId(), SeveritySuggestion.Answer.DISMISSED, e.reason(), by);
            case IncidentDetailsChanged e -> change(e);
            case MarkRecorded _, MarkCorrected _, MarkRetracted _ -> {
                // gathered above
            }
            case TimelineEntryAdded e -> timeline.add(e, by);
            case TimelineEntryCorrected e -> timeline.add(e, by);
            case TimelineEntryRetracted e -> timeline.add(e, by);
            case TimelineEntryDisputed e -> timeline.add(e, by);
            case TimelineDisputeSettled e -> timeline.add(e, by);
            case EvidenceRecorded e -> facts.add(e, by);
            case EvidenceRetracted e -> facts.add(e, by);
            case ImpactRecorded e -> facts.add(e, by);
            case ImpactCorrected e -> facts.add(e, by);
            case ImpactRetracted e -> facts.add(e, by);
            case RoleAssigned e -> facts.add(e, by);
            case RoleReleased e -> facts.add(e);
            case IncidentLinked e -> facts.add(e, by);
            case IncidentUnlinked e -> facts.add(e, by);
            case UnknownRaised e -> facts.add(e, by);
            case UnknownAssigned e -> facts.add(e);
            case KnownRecorded e -> facts.add(e, by);
            case StatusUpdatePublished e -> facts.add(e, by);
            case VisibilityChanged e -> {
                visibility = e.visibility();
                people = e.people();
                teams = e.teams();
            }
        }
        version = by.sequence() + 1;
    }

    public Optional<IncidentState> state() {
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(new IncidentState(
                declared.incidentId(),
                declared.reference(),
                title,
                summary,
                declared.mode(),
                severity,
                status,
                team,
                visibility,
                people,
                teams,
                systems,
                chains,
                detectionSource,
                List.copyOf(steps),
                mergedInto,
                List.copyOf(absorbed),
                marks.episode(),
                List.copyOf(severityChanges),
                List.copyOf(suggestions.values()),
                marks.all(),
                MeasuredDuration.allOf(marks, status),
                facts.impacts(),
                facts.roles(),
                timeline.inOrder(),
                facts.evidence(),
                facts.links(),
                facts.register(),
                facts.updates(),
                facts.nextUpdateDue(),
                imported,
                first.recordedAt(),
                first.recordedBy(),
                version));
    }

    private void declare(IncidentDeclared e, Recorded<?> by) {
        first = by;
        declared = e;
        title = e.title();
        summary = e.summary();
        severity = e.severity();
        team = e.team();
        visibility = e.visibility();
        people = e.people();
        teams = e.teams();
        systems = e.systems();
        chains = e.chains();
        detectionSource = e.detectionSource();
        step(e.occurredAt(), e.note(), by);
    }

    private void step(@Nullable OccurredAt at, @Nullable String words, Recorded<?> by) {
        steps.add(IncidentStep.of(status, at, words, by));
    }

    private void answer(UUID id, SeveritySuggestion.Answer answer, @Nullable String reason, Recorded<?> by) {
        suggestions.computeIfPresent(id, (_, suggestion) -> suggestion.answered(answer, reason, by));
    }

    private void change(IncidentDetailsChanged e) {
        title = e.title() == null ? title : e.title();
        summary = e.summary() == null ? summary : e.summary();
        team = e.team() == null ? team : e.team();
        systems = e.systems() == null ? systems : e.systems();
        chains = e.chains() == null ? chains : e.chains();
        detectionSource = e.detectionSource() == null ? detectionSource : e.detectionSource();
    }
}
