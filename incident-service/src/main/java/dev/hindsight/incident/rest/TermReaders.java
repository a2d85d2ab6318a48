package dev.hindsight.incident.rest;

import dev.hindsight.folds.glossary.TermState;
import dev.hindsight.incident.history.TermHistories;
import dev.hindsight.incident.records.GlossarySpellings;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import dev.hindsight.logkit.Told;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;

/** Finds a term of the glossary by its id or by how it is written. */
@Singleton
class TermReaders {

    private final GlossarySpellings spellings;
    private final TermHistories histories;

    TermReaders(GlossarySpellings spellings, TermHistories histories) {
        this.spellings = spellings;
        this.histories = histories;
    }

    /** Whoever has a role reads it. */
    static void requireReader(Actor caller) {
        if (!Rights.mayConsult(caller)) {
            throw new ProblemException(StandardProblem.FORBIDDEN, "You have no role yet.");
        }
    }

    UUID id(String idOrSpelling) {
        try {
            return UUID.fromString(idOrSpelling);
        } catch (IllegalArgumentException notAnId) {
            return spellings.find(idOrSpelling).orElseThrow(Readers::notFound);
        }
    }

    Told<TermState> term(UUID id, OptionalLong upTo) {
        return histories.term(id, upTo).orElseThrow(Readers::notFound);
    }
}
