package dev.hindsight.incident.domain;

import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermDefined;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermRevised;
import dev.hindsight.contracts.glossary.GlossaryEvent.GlossaryTermWithdrawn;
import dev.hindsight.contracts.glossary.TermDefinition;
import dev.hindsight.contracts.glossary.TermOrigin;
import dev.hindsight.incident.domain.GlossaryCommand.DefineTerm;
import dev.hindsight.incident.domain.GlossaryCommand.ReviseTerm;
import dev.hindsight.incident.domain.GlossaryCommand.TakeOverShippedTerm;
import dev.hindsight.incident.domain.GlossaryCommand.TakenSpelling;
import dev.hindsight.incident.domain.GlossaryCommand.WithdrawTerm;
import dev.hindsight.kit.identity.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTermTest {

    private static final UUID ID = new UUID(0, 1);
    private static final TermDefinition BLOB =
            new TermDefinition("blob", List.of("data blob"), "131 072 bytes", "a crate");
    private static final TermDefinition CRATE = new TermDefinition("blob", List.of(), "131 072 bytes", "a big crate");
    private static final List<TakenSpelling> NONE = List.of();
    private static final List<TakenSpelling> TAKEN = List.of(new TakenSpelling("blobs", new UUID(0, 2), "blobs"));
    private static final String FORBIDDEN =
            "Your rights do not allow this: The glossary is kept by facilitators and administrators.";
    private static final String SPELLING_TAKEN = "A spelling belongs to another term already: \"blobs\" is \"blobs\""
            + " (00000000-0000-0000-0000-000000000002).";
    private static final String WITHDRAWN =
            "The term was withdrawn: A withdrawn term stays as it was; define it anew, its spellings are free.";

    private final AggregateTestFixture<GlossaryTerm> term = new AggregateTestFixture<>(GlossaryTerm.class);

    @ParameterizedTest
    @ValueSource(strings = {"facilitator", "admin"})
    void isDefinedByFacilitatorsAndAdministrators(String role) {
        term.givenNoPriorActivity()
                .when(new DefineTerm(ID, BLOB, NONE), by(role))
                .expectEvents(new GlossaryTermDefined(ID, BLOB, TermOrigin.ORGANISATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "executive", "auditor"})
    void isDefinedByNobodyElseWhoIsNotEvenToldWhatIsTaken(String role) {
        term.givenNoPriorActivity()
                .when(new DefineTerm(ID, BLOB, TAKEN), by(role))
                .expectNoEvents()
                .expectExceptionMessage(FORBIDDEN);
    }

    @Test
    void isNotDefinedWithASpellingOfAnother() {
        term.givenNoPriorActivity()
                .when(new DefineTerm(ID, BLOB, TAKEN), by("admin"))
                .expectNoEvents()
                .expectExceptionMessage(SPELLING_TAKEN);
    }

    @Test
    void aShippedOneIsTakenOverAsItIs() {
        term.givenNoPriorActivity()
                .when(new TakeOverShippedTerm(ID, BLOB), by("facilitator"))
                .expectEvents(new GlossaryTermDefined(ID, BLOB, TermOrigin.SHIPPED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "executive", "auditor"})
    void aShippedOneIsTakenOverByNobodyElse(String role) {
        term.givenNoPriorActivity()
                .when(new TakeOverShippedTerm(ID, BLOB), by(role))
                .expectNoEvents()
                .expectExceptionMessage(FORBIDDEN);
    }

    @Nested
    class OnceDefined {

        private final GlossaryTermDefined given = new GlossaryTermDefined(ID, BLOB, TermOrigin.ORGANISATION);

        @Test
        void isRevised() {
            term.given(given)
                    .when(new ReviseTerm(ID, CRATE, "clearer", NONE), by("facilitator"))
                    .expectEvents(new GlossaryTermRevised(ID, CRATE, "clearer"));
        }

        @Test
        void isNotRevisedToWhatItSaysAlready() {
            term.given(given, new GlossaryTermRevised(ID, CRATE, "clearer"))
                    .when(new ReviseTerm(ID, CRATE, "again", NONE), by("facilitator"))
                    .expectNoEvents()
                    .expectExceptionMessage(
                            "The term says this already: Read the term; a revision changes something of it.");
        }

        @Test
        void isNotRevisedToASpellingOfAnother() {
            term.given(given)
                    .when(new ReviseTerm(ID, CRATE, "clearer", TAKEN), by("admin"))
                    .expectNoEvents()
                    .expectExceptionMessage(SPELLING_TAKEN);
        }

        @Test
        void isWithdrawn() {
            term.given(given)
                    .when(new WithdrawTerm(ID, "We have none"), by("admin"))
                    .expectEvents(new GlossaryTermWithdrawn(ID, "We have none"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"responder", "executive", "auditor"})
        void isChangedByNobodyElse(String role) {
            for (var command : List.of(new ReviseTerm(ID, CRATE, "clearer", TAKEN), new WithdrawTerm(ID, "none"))) {
                new AggregateTestFixture<>(GlossaryTerm.class)
                        .given(given)
                        .when(command, by(role))
                        .expectNoEvents()
                        .expectExceptionMessage(FORBIDDEN);
            }
        }
    }

    @Test
    void staysAsItWasOnceItIsWithdrawn() {
        for (var command : List.of(new ReviseTerm(ID, CRATE, "clearer", TAKEN), new WithdrawTerm(ID, "none"))) {
            new AggregateTestFixture<>(GlossaryTerm.class)
                    .given(
                            new GlossaryTermDefined(ID, BLOB, TermOrigin.SHIPPED),
                            new GlossaryTermWithdrawn(ID, "We have none"))
                    .when(command, by("admin"))
                    .expectNoEvents()
                    .expectExceptionMessage(WITHDRAWN);
        }
    }

    private static Map<String, Object> by(String role) {
        return Map.of(Actor.CALLER, new Actor("ana", Set.of(role), Set.of("chain-core")));
    }
}
