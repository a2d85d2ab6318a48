package dev.hindsight.incident.postmortems;

import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorClassified;
import dev.hindsight.contracts.postmortem.AnalysisEvent.ContributingFactorWithdrawn;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of contributing factors that a batch of events writes, in the order of the events. */
final class FactorRows {

    private static final String IDENTIFIED = """
            INSERT INTO incident.post_mortem_factor<set> (
                factor_id, post_mortem_id, statement, role, layer, kind, external_ids, counts, position)
            VALUES (:factorId, :postMortemId, :statement, :role, :layer, :kind, :externalIds, true, :position)
            ON CONFLICT (factor_id) DO NOTHING
            """;
    private static final String CLASSIFIED = """
            UPDATE incident.post_mortem_factor<set>
               SET role = :role, layer = :layer, kind = :kind, external_ids = :externalIds, position = :position
             WHERE factor_id = :factorId AND position < :position
            """;
    private static final String WITHDRAWN = """
            UPDATE incident.post_mortem_factor<set> SET counts = false, position = :position
             WHERE factor_id = :factorId AND position < :position
            """;

    private final String set;
    private final List<Write> writes = new ArrayList<>();

    FactorRows(String set) {
        this.set = set;
    }

    /** One statement; few post-mortems name more than a handful of factors. */
    private interface Write {
        void in(Handle db);
    }

    void add(PostMortemEvent event, long position) {
        switch (event) {
            case ContributingFactorIdentified e ->
                writes.add(db -> db.createUpdate(IDENTIFIED)
                        .define("set", set)
                        .bind("factorId", e.factorId())
                        .bind("postMortemId", e.postMortemId())
                        .bind("statement", e.statement())
                        .bind("role", e.role())
                        .bind("layer", e.layer())
                        .bind("kind", e.kind())
                        .bindArray("externalIds", String.class, keys(e.externalIds()))
                        .bind("position", position)
                        .execute());
            case ContributingFactorClassified e ->
                writes.add(db -> classify(db, e.factorId(), e.role(), e.layer(), e.kind(), e.externalIds(), position));
            case ContributingFactorWithdrawn e ->
                writes.add(db -> db.createUpdate(WITHDRAWN)
                        .define("set", set)
                        .bind("factorId", e.factorId())
                        .bind("position", position)
                        .execute());
            default -> {
                // about no factor
            }
        }
    }

    void write(Handle db) {
        writes.forEach(write -> write.in(db));
    }

    private void classify(
            Handle db,
            UUID factor,
            FactorRole role,
            FactorLayer layer,
            FactorKind kind,
            List<ExternalClassification> externalIds,
            long position) {
        db.createUpdate(CLASSIFIED)
                .define("set", set)
                .bind("factorId", factor)
                .bind("role", role)
                .bind("layer", layer)
                .bind("kind", kind)
                .bindArray("externalIds", String.class, keys(externalIds))
                .bind("position", position)
                .execute();
    }

    /** Versions of a scheme differ in what else they hold, not in what an id means. */
    private static List<String> keys(@Nullable List<ExternalClassification> some) {
        return some == null
                ? List.of()
                : some.stream().map(it -> it.scheme() + " " + it.id()).toList();
    }
}
