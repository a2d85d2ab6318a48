package dev.hindsight.actionitem.effectiveness;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemOpened;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.postmortem.ExternalClassification;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that effectiveness is found by; an entry that a row already includes changes nothing. */
final class EffectivenessRows {

    private static final String OPENED = """
            INSERT INTO actionitem.effectiveness_item (action_item_id, incident_ids, factors, opened_at, version)
            VALUES (:id, :incidentIds, '{}', :at, 1)
            ON CONFLICT (action_item_id) DO NOTHING
            """;
    private static final String ADDRESSING = """
            UPDATE actionitem.effectiveness_item SET factors = :factors, version = :version
             WHERE action_item_id = :id AND version < :version
            """;
    private static final String VERIFIED = """
            UPDATE actionitem.effectiveness_item SET verified_at = :at::timestamptz, version = :version
             WHERE action_item_id = :id AND version < :version
            """;
    private static final String RECORDED = """
            INSERT INTO actionitem.effectiveness_recorded (action_item_id, incident_id, factor_id)
            VALUES (:actionItemId, :incidentId, :factorId::uuid)
            ON CONFLICT DO NOTHING
            """;
    private static final String IDENTIFIED = """
            INSERT INTO actionitem.known_factor (
                factor_id, post_mortem_id, incident_ids, statement, origin, external_ids, counts, position)
            VALUES (
                :factorId, :postMortemId, :incidentIds, :statement,
                coalesce((SELECT origin FROM actionitem.known_factor WHERE factor_id = :sameAs::uuid), :sameAs::uuid,
                         :factorId),
                :externalIds, true, :position)
            ON CONFLICT (factor_id) DO NOTHING
            """;
    private static final String CLASSIFIED = """
            UPDATE actionitem.known_factor SET external_ids = :externalIds, position = :position
             WHERE factor_id = :id AND position < :position
            """;
    private static final String WITHDRAWN = """
            UPDATE actionitem.known_factor SET counts = false, position = :position
             WHERE factor_id = :id AND position < :position
            """;
    private static final String LINKED = """
            INSERT INTO actionitem.same_factors_link AS link (incident_id, other_id, holds, position)
            VALUES (:id, :other, :holds, :position)
            ON CONFLICT (incident_id, other_id) DO UPDATE SET holds = excluded.holds, position = excluded.position
            WHERE link.position < excluded.position
            """;

    private final Jdbi jdbi;

    EffectivenessRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void opened(ActionItemOpened item, Instant at) {
        jdbi.useHandle(db -> db.createUpdate(OPENED)
                .bind("id", item.actionItemId())
                .bindArray("incidentIds", UUID.class, item.incidentIds())
                .bind("at", at)
                .execute());
    }

    void addresses(UUID item, List<UUID> factors, long version) {
        jdbi.useHandle(db -> db.createUpdate(ADDRESSING)
                .bind("id", item)
                .bindArray("factors", UUID.class, factors)
                .bind("version", version)
                .execute());
    }

    /** @param at null where it does not count as verified any more */
    void verified(UUID item, @Nullable Instant at, long version) {
        jdbi.useHandle(db -> db.createUpdate(VERIFIED)
                .bind("id", item)
                .bind("at", at)
                .bind("version", version)
                .execute());
    }

    void recorded(ActionItemRecurred recurred) {
        jdbi.useHandle(db -> db.createUpdate(RECORDED).bindMethods(recurred).execute());
    }

    void identified(ContributingFactorIdentified factor, List<UUID> incidentIds, long position) {
        jdbi.useHandle(db -> db.createUpdate(IDENTIFIED)
                .bind("factorId", factor.factorId())
                .bind("postMortemId", factor.postMortemId())
                .bindArray("incidentIds", UUID.class, incidentIds)
                .bind("statement", factor.statement())
                .bind("sameAs", factor.sameAs())
                .bindArray("externalIds", String.class, keys(factor.externalIds()))
                .bind("position", position)
                .execute());
    }

    void classified(UUID factor, List<ExternalClassification> externalIds, long position) {
        jdbi.useHandle(db -> db.createUpdate(CLASSIFIED)
                .bind("id", factor)
                .bindArray("externalIds", String.class, keys(externalIds))
                .bind("position", position)
                .execute());
    }

    void withdrawn(UUID factor, long position) {
        jdbi.useHandle(db -> db.createUpdate(WITHDRAWN)
                .bind("id", factor)
                .bind("position", position)
                .execute());
    }

    void linked(UUID incident, UUID other, boolean holds, long position) {
        jdbi.useHandle(db -> db.createUpdate(LINKED)
                .bind("id", incident)
                .bind("other", other)
                .bind("holds", holds)
                .bind("position", position)
                .execute());
    }

    /** Versions of a scheme differ in what else they hold, not in what an id means. */
    private static List<String> keys(@Nullable List<ExternalClassification> some) {
        return some == null
                ? List.of()
                : some.stream().map(it -> it.scheme() + " " + it.id()).toList();
    }
}
