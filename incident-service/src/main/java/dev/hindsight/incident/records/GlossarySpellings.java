package dev.hindsight.incident.records;

import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.folds.glossary.Spellings;
import dev.hindsight.incident.domain.GlossaryCommand.TakenSpelling;
import dev.hindsight.incident.glossary.ShippedTerm;
import dev.hindsight.incident.glossary.ShippedTerms;
import dev.hindsight.incident.history.TermHistories;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Gives each spelling to one term of the glossary, and finds terms by their spellings. Whoever changes it does so alone
 * until the end of the transaction, so what was found free stays free until it is taken.
 */
@Singleton
public class GlossarySpellings {

    private static final String ALONE = "LOCK TABLE incident.glossary_spelling IN SHARE ROW EXCLUSIVE MODE";
    private static final String TAKEN = """
            SELECT spelling, term_id, term FROM incident.glossary_spelling
             WHERE spelling = ANY(:keys) AND term_id <> :termId
             ORDER BY spelling
            """;
    private static final String KEEP =
            "INSERT INTO incident.glossary_spelling (spelling, term_id, term) VALUES (:spelling, :termId, :term)";
    private static final String RELEASE = "DELETE FROM incident.glossary_spelling WHERE term_id = :termId";
    private static final String FIND = "SELECT term_id FROM incident.glossary_spelling WHERE spelling = :key";

    private final Jdbi jdbi;
    private final ShippedTerms shipped;
    private final TermHistories histories;

    GlossarySpellings(Jdbi jdbi, ShippedTerms shipped, TermHistories histories) {
        this.jdbi = jdbi;
        this.shipped = shipped;
        this.histories = histories;
    }

    /**
     * Gives a term the spellings of its definition in place of those it has, for good when the caller's transaction
     * commits; unless others have some of them: then these are the answer and nothing is done.
     */
    public List<TakenSpelling> take(UUID termId, TermDefinition definition) {
        return jdbi.withHandle(db -> {
            db.execute(ALONE);
            var keys = Spellings.keys(definition);
            var taken = Stream.concat(taken(db, termId, keys).stream(), shipped(termId, keys))
                    .toList();
            if (taken.isEmpty()) {
                release(db, termId);
                var keep = db.prepareBatch(KEEP);
                keys.forEach(key -> keep.bind("spelling", key)
                        .bind("termId", termId)
                        .bind("term", definition.term())
                        .add());
                keep.execute();
            }
            return taken;
        });
    }

    /** Leaves a term's spellings to others, once the caller's transaction commits. */
    public void release(UUID termId) {
        jdbi.useHandle(db -> {
            db.execute(ALONE);
            release(db, termId);
        });
    }

    /** The term in force that is written like this. */
    public Optional<UUID> find(String spelling) {
        var key = Spellings.key(spelling);
        return jdbi.withHandle(db ->
                        db.createQuery(FIND).bind("key", key).mapTo(UUID.class).findOne())
                .or(() -> unchanged(key).map(ShippedTerm::id));
    }

    private static void release(Handle db, UUID termId) {
        db.createUpdate(RELEASE).bind("termId", termId).execute();
    }

    private static List<TakenSpelling> taken(Handle db, UUID termId, Set<String> keys) {
        return db.createQuery(TAKEN)
                .bindArray("keys", String.class, List.copyOf(keys))
                .bind("termId", termId)
                .map(ConstructorMapper.of(TakenSpelling.class))
                .list();
    }

    private Stream<TakenSpelling> shipped(UUID termId, Set<String> keys) {
        return keys.stream()
                .flatMap(key -> unchanged(key)
                        .filter(term -> !term.id().equals(termId))
                        .map(term -> new TakenSpelling(key, term.id(), term.term()))
                        .stream());
    }

    /** The shipped term of this spelling, unless the log has it: then it has the spellings that it was given there. */
    private Optional<ShippedTerm> unchanged(String key) {
        return shipped.find(key).filter(term -> !histories.isRecorded(term.id()));
    }
}
