package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that contributed to an outage; never a person.
 *
 * @param sameAs an earlier factor that it is once more; null if it is none
 * @param withdrawnBecause why it does not count any more; null if it counts
 */
public record Factor(
        UUID factorId,
        String statement,
        FactorRole role,
        FactorLayer layer,
        FactorKind kind,
        List<ExternalClassification> externalIds,
        @Nullable UUID sameAs,
        @Nullable String withdrawnBecause) {

    static Factor of(ContributingFactorIdentified e) {
        return new Factor(
                e.factorId(),
                e.statement(),
                e.role(),
                e.layer(),
                e.kind(),
                Optional.ofNullable(e.externalIds()).orElse(List.of()),
                e.sameAs(),
                null);
    }

    Factor classified(ContributingFactorClassified e) {
        return new Factor(
                factorId, statement, e.role(), e.layer(), e.kind(), e.externalIds(), sameAs, withdrawnBecause);
    }

    Factor withdrawn(String reason) {
        return new Factor(factorId, statement, role, layer, kind, externalIds, sameAs, reason);
    }
}
