package dev.hindsight.reporting.executive;

import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.reporting.executive.ExecutiveReport.ActionItems;
import dev.hindsight.reporting.executive.ExecutiveReport.BySeverity;
import dev.hindsight.reporting.executive.ExecutiveReport.ByStatus;
import dev.hindsight.reporting.executive.ExecutiveReport.Count;
import dev.hindsight.reporting.executive.ExecutiveReport.DefinitionUsed;
import dev.hindsight.reporting.executive.ExecutiveReport.Incidents;
import dev.hindsight.reporting.executive.ExecutiveReport.OpenIncident;
import dev.hindsight.reporting.facts.ActionItemFact;
import dev.hindsight.reporting.facts.Facts.Snapshot;
import dev.hindsight.reporting.facts.IncidentFact;
import dev.hindsight.reporting.metric.Metrics;
import dev.hindsight.reporting.statistics.PoissonInterval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Computes the report from the facts, and from nothing else: no clock, no chance. */
public final class ExecutiveReports {

    private static final Comparator<IncidentFact> WORST_FIRST =
            Comparator.comparing(IncidentFact::severity).thenComparing(IncidentFact::incidentId);

    private ExecutiveReports() {}

    public static ExecutiveReport of(Snapshot facts, ReportScope scope) {
        var counted = facts.incidents().stream()
                .filter(incident -> incident.mode() != IncidentMode.DRILL)
                .toList();
        return new ExecutiveReport(
                facts.position(),
                facts.recordedAt(),
                scope,
                Metrics.all().stream()
                        .map(metric -> new DefinitionUsed(metric.id(), metric.version()))
                        .toList(),
                incidents(counted, facts.incidents().size() - counted.size()),
                actionItems(facts.actionItems(), scope),
                DurationFigures.of(counted, facts.recordedAt()));
    }

    private static Incidents incidents(List<IncidentFact> incidents, int drills) {
        return new Incidents(
                count(incidents.size()),
                Arrays.stream(Severity.values())
                        .map(severity -> new BySeverity(
                                severity, count(size(incidents, incident -> incident.severity() == severity))))
                        .toList(),
                Arrays.stream(IncidentStatus.values())
                        .map(status -> new ByStatus(status, size(incidents, incident -> incident.status() == status)))
                        .toList(),
                incidents.stream()
                        .filter(IncidentFact::isOpen)
                        .sorted(WORST_FIRST)
                        .map(incident -> new OpenIncident(
                                incident.incidentId(),
                                incident.reference(),
                                incident.title(),
                                incident.severity(),
                                incident.status(),
                                incident.team()))
                        .toList(),
                drills);
    }

    private static ActionItems actionItems(List<ActionItemFact> items, ReportScope scope) {
        var open = items.stream().filter(ActionItemFact::isOpen).toList();
        var from = scope.from();
        return new ActionItems(
                size(items, item -> from == null || !item.openedAt().isBefore(from)),
                open.size(),
                size(open, item -> item.isOverdue(scope.asOf())),
                size(open, item -> item.owner() == null),
                size(open, item -> item.due() == null),
                size(items, ActionItemFact::isCompleted));
    }

    private static Count count(int count) {
        var interval = PoissonInterval.of(count);
        return new Count(count, hundredths(interval.low()), hundredths(interval.high()));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static <T> int size(List<T> all, Predicate<T> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }
}
