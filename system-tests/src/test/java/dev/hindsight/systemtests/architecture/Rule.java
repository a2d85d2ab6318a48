package dev.hindsight.systemtests.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.hindsight.systemtests.architecture.Words.ENDPOINT;
import static dev.hindsight.systemtests.architecture.Words.INJECTED;
import static dev.hindsight.systemtests.architecture.Words.PAGE_OR_RESOURCE;
import static dev.hindsight.systemtests.architecture.Words.READ_MODEL;
import static dev.hindsight.systemtests.architecture.Words.SERVICE;
import static dev.hindsight.systemtests.architecture.Words.TIME_OR_CHANCE;

import com.tngtech.archunit.lang.ArchRule;
import dev.hindsight.contracts.offending.EventWithDatabase;
import dev.hindsight.folds.offending.FoldByTheClock;
import dev.hindsight.folds.offending.FoldWithProblem;
import dev.hindsight.harbour.Ship;
import dev.hindsight.kit.offending.DomainTalk;
import dev.hindsight.lighthouse.LampWithInjectedField;
import dev.hindsight.lighthouse.Lookout;
import dev.hindsight.lighthouse.MisplacedEndpoint;
import dev.hindsight.lighthouse.domain.LampByChance;
import dev.hindsight.lighthouse.domain.LampWithDatabase;
import dev.hindsight.lighthouse.overview.LampProjection;
import dev.hindsight.lighthouse.rest.HiddenResource;
import java.util.List;

/** What holds in every module, each rule with the classes that break it: a rule that cannot fail protects nothing. */
enum Rule {
    DECISIONS_KNOW_THE_DOMAIN_ONLY(
            classes()
                    .that()
                    .resideInAnyPackage("dev.hindsight.*.domain..", "dev.hindsight.rights..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.hindsight.*.domain..",
                            "dev.hindsight.rights..",
                            "dev.hindsight.contracts..",
                            "dev.hindsight.folds..",
                            "dev.hindsight.kit.identity..",
                            "dev.hindsight.kit.problem..",
                            "java.lang..",
                            "java.time..",
                            "java.util..",
                            "org.axonframework.commandhandling",
                            "org.axonframework.eventhandling",
                            "org.axonframework.eventsourcing",
                            "org.axonframework.messaging.annotation",
                            "org.axonframework.modelling.command",
                            "org.jspecify.annotations"),
            LampWithDatabase.class),

    CONTRACTS_AND_FOLDS_KNOW_JAVA_ONLY(
            classes()
                    .that()
                    .resideInAnyPackage("dev.hindsight.contracts..", "dev.hindsight.folds..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.hindsight.contracts..",
                            "dev.hindsight.folds..",
                            "java.lang..",
                            "java.math",
                            "java.nio.charset",
                            "java.time..",
                            "java.util..",
                            "org.jspecify.annotations"),
            EventWithDatabase.class,
            FoldWithProblem.class),

    LOG_AND_KIT_KNOW_NO_DOMAIN_WORDS(
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.hindsight.log..",
                            "dev.hindsight.kit..",
                            "dev.hindsight.merkle..",
                            "dev.hindsight.coach..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.hindsight.contracts..", "dev.hindsight.folds..")
                    .orShould()
                    .dependOnClassesThat(are(SERVICE)),
            DomainTalk.class),

    SERVICES_DO_NOT_KNOW_EACH_OTHER(
            slices().assignedFrom(Words.SERVICES).should().notDependOnEachOther(), Lookout.class, Ship.class),

    READ_MODELS_DO_NOT_SEE_AGGREGATES(
            noClasses()
                    .that(are(READ_MODEL))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.hindsight..domain.."),
            LampProjection.class),

    NOBODY_SEES_THE_SETUP(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..setup..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.hindsight..setup.."),
            Lookout.class),

    DECISIONS_AND_FOLDS_ARE_REPEATABLE(
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.hindsight.*.domain..", "dev.hindsight.rights..", "dev.hindsight.folds..")
                    .should()
                    .accessTargetWhere(TIME_OR_CHANCE),
            LampByChance.class,
            FoldByTheClock.class),

    /** A package-private endpoint is silently not found. */
    ENDPOINTS_ARE_PUBLIC_AND_IN_THEIR_PLACE(
            methods()
                    .that(are(ENDPOINT))
                    .should()
                    .bePublic()
                    .andShould()
                    .beDeclaredInClassesThat(are(PAGE_OR_RESOURCE)),
            HiddenResource.class,
            MisplacedEndpoint.class),

    NOTHING_IS_INJECTED_INTO_FIELDS(noFields().should(INJECTED), LampWithInjectedField.class);

    private final ArchRule rule;
    private final List<Class<?>> offenders;

    Rule(ArchRule rule, Class<?>... offenders) {
        this.rule = rule;
        this.offenders = List.of(offenders);
    }

    ArchRule rule() {
        return rule;
    }

    List<Class<?>> offenders() {
        return offenders;
    }
}
