package dev.hindsight.actionitem.rest;

import dev.hindsight.actionitem.access.IncidentAccessProjection;
import dev.hindsight.actionitem.access.IncidentNames;
import dev.hindsight.actionitem.domain.ActionItemRule;
import dev.hindsight.actionitem.effectiveness.ActionItemEffectiveness;
import dev.hindsight.actionitem.effectiveness.KnownFactors;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.log.PositionWait;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.rights.Access;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a body says that an action item is about: incidents, and contributing factors. What was recorded only just now is
 * waited for, so that nobody is told that there is no such thing.
 */
@Singleton
class ItemSubjects {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final IncidentNames names;
    private final KnownFactors factors;
    private final IncidentAccess access;
    private final PositionWait wait;

    ItemSubjects(IncidentNames names, KnownFactors factors, IncidentAccess access, PositionWait wait) {
        this.names = names;
        this.factors = factors;
        this.access = access;
        this.wait = wait;
    }

    List<UUID> incidents(List<String> idsOrReferences) {
        return idsOrReferences.stream()
                .map(name -> found(IncidentAccessProjection.NAME, () -> names.find(name))
                        .orElseThrow(ItemSubjects::unknownIncident))
                .distinct()
                .toList();
    }

    List<Access> accesses(List<UUID> incidents) {
        return incidents.stream()
                .map(incident -> access.of(incident).orElseThrow(ItemSubjects::unknownIncident))
                .toList();
    }

    /** Refuses factors that there are none of for the caller: they are as visible as their post-mortems. */
    void requireFactors(Actor caller, @Nullable List<UUID> named) {
        for (var factor : Optional.ofNullable(named).orElse(List.of())) {
            var known = found(ActionItemEffectiveness.NAME, () -> factors.incidentsOf(factor))
                    .filter(incidents -> mayRead(caller, incidents));
            if (known.isEmpty()) {
                throw new ProblemException(
                        ActionItemRule.ACTION_ITEM_FACTOR_UNKNOWN, "%s is no such factor.".formatted(factor));
            }
        }
    }

    private boolean mayRead(Actor caller, List<UUID> incidents) {
        return Rights.mayReadAll(
                caller,
                incidents.stream()
                        .flatMap(incident -> access.of(incident).stream())
                        .toList());
    }

    private <T> Optional<T> found(String processor, Supplier<Optional<T>> look) {
        return look.get().or(() -> {
            awaitAll(processor);
            return look.get();
        });
    }

    /** Where it does not come so far, nobody can say that there is no such thing. */
    private void awaitAll(String processor) {
        try {
            if (wait.awaitAll(processor, LONGEST_WAIT)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(StandardProblem.SERVICE_BUSY, null);
    }

    private static ProblemException unknownIncident() {
        return new ProblemException(ActionItemRule.ACTION_ITEM_INCIDENT_UNKNOWN, null);
    }
}
