package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.Consistency;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands about the analysis of a post-mortem. People are named by their subject ids. */
final class AnalysisRequests {

    private AnalysisRequests() {}

    /**
     * @param predicts what should be found if it holds
     * @param test how that can be found out
     * @param proposer the caller if absent
     */
    record Propose(
            @NotBlank @Size(max = 2000) String statement,
            @Nullable @Size(min = 1, max = 5000) String evidence,
            @Nullable @Size(min = 1, max = 5000) String predicts,
            @Nullable @Size(min = 1, max = 5000) String test,
            @Nullable @Size(min = 1, max = 100) String proposer) {}

    /** @param seeksToRefute it was done to find out whether the hypothesis is wrong; false if absent */
    record Test(
            @NotBlank @Size(max = 5000) String method,
            @Nullable Boolean seeksToRefute,
            @Nullable @Size(min = 1, max = 5000) String outcome,
            @Nullable @Size(max = 50) List<@NotNull UUID> evidence) {}

    record Assess(
            @NotNull UUID evidenceId,
            @NotNull Consistency consistency,
            @Nullable @Size(min = 1, max = 2000) String reasoning) {}

    /** @param likelihood in percent */
    record Believe(
            @Min(0) @Max(100) int likelihood,
            @Nullable @Size(min = 1, max = 2000) String reasoning) {}

    record Judge(@NotBlank @Size(max = 5000) String reasoning) {}

    record Conclude(
            @Nullable Instant occurredAt, @Nullable @Valid Override override) {}

    record Override(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * What is left out is UNCLASSIFIED.
     *
     * @param sameAs an earlier factor that it is once more
     */
    record IdentifyFactor(
            @NotBlank @Size(max = 2000) String statement,
            @Nullable FactorRole role,
            @Nullable FactorLayer layer,
            @Nullable FactorKind kind,
            @Nullable @Size(max = 20) List<@NotNull @Valid External> externalIds,
            @Nullable UUID sameAs) {}

    record ClassifyFactor(
            @NotNull FactorRole role,
            @NotNull FactorLayer layer,
            @NotNull FactorKind kind,
            @Nullable @Size(max = 20) List<@NotNull @Valid External> externalIds) {}

    record External(
            @NotBlank @Size(max = 100) String scheme,
            @NotBlank @Size(max = 50) String version,
            @NotBlank @Size(max = 100) String id) {}

    /** @param owner and {@code due}: needed once the analysis is concluded */
    record ProposeSolution(
            @NotBlank @Size(max = 300) String title,

            @Nullable @Size(max = 100) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String owner,

            @Nullable LocalDate due) {}

    /** @param title as it was proposed if absent */
    record AgreeParked(
            @Nullable @Size(max = 300) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String title,

            @NotBlank @Size(max = 100) String owner,
            @NotNull LocalDate due) {}

    static List<ExternalClassification> externalIds(@Nullable List<External> some) {
        return Optional.ofNullable(some).orElse(List.of()).stream()
                .map(it -> new ExternalClassification(it.scheme(), it.version(), it.id()))
                .toList();
    }
}
