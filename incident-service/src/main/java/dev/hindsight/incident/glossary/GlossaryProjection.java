package dev.hindsight.incident.glossary;

import dev.hindsight.contracts.glossary.GlossaryEvent;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermDefined;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermRevised;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.log.TableSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.jdbi.v3.core.Jdbi;

/** Keeps {@code glossary_term} in step with the log; an event that a row already includes changes nothing. */
@ProcessingGroup(GlossaryProjection.NAME)
public class GlossaryProjection {

    public static final String NAME = "glossary";

    private static final String UPSERT = """
            INSERT INTO incident.glossary_term<set> AS row (
                term_id, term, spellings, technical_definition, plain_definition, origin, withdrawn, version, position)
            VALUES (
                :termId, :term, :spellings, :technicalDefinition, :plainDefinition, :origin, :withdrawn, :version, :position)
            ON CONFLICT (term_id) DO UPDATE SET
                term = excluded.term, spellings = excluded.spellings,
                technical_definition = excluded.technical_definition, plain_definition = excluded.plain_definition,
                origin = excluded.origin, version = excluded.version, position = excluded.position
            WHERE row.version < excluded.version
            """;
    private static final String WITHDRAW = """
            UPDATE incident.glossary_term<set> SET withdrawn = true, version = :version, position = :position
             WHERE term_id = :termId AND version < :version
            """;

    private final Jdbi jdbi;
    private final String set;

    public GlossaryProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.set = tables.suffix();
    }

    @EventHandler
    void on(GlossaryEvent event, @SequenceNumber long sequence, TrackingToken token) {
        long position = token.position().orElseThrow();
        switch (event) {
            case GlossaryTermDefined e -> upsert(row(e, e.definition(), e.origin(), sequence, position));
            case GlossaryTermRevised e -> upsert(row(e, e.definition(), TermOrigin.ORGANISATION, sequence, position));
            case GlossaryTermWithdrawn e ->
                jdbi.useHandle(db -> db.createUpdate(WITHDRAW)
                        .define("set", set)
                        .bind("termId", e.termId())
                        .bind("version", sequence + 1)
                        .bind("position", position)
                        .execute());
        }
    }

    private void upsert(GlossaryEntry row) {
        jdbi.useHandle(db ->
                db.createUpdate(UPSERT).define("set", set).bindMethods(row).execute());
    }

    private static GlossaryEntry row(
            GlossaryEvent event, TermDefinition definition, TermOrigin origin, long sequence, long position) {
        return new GlossaryEntry(
                event.termId(),
                definition.term(),
                definition.spellings(),
                definition.technicalDefinition(),
                definition.plainDefinition(),
                origin,
                false,
                sequence + 1,
                position);
    }
}
