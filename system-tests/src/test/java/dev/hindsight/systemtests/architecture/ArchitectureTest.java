package dev.hindsight.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One set of rules for the code of all modules. */
class ArchitectureTest {

    private static final JavaClasses PRODUCTION = Modules.production();

    @Test
    void everyModuleIsLookedAt() {
        var folders = PRODUCTION.stream()
                .map(type -> type.getSource().orElseThrow().getUri().getPath())
                .collect(Collectors.toSet());

        assertThat(Modules.withSources())
                .hasSizeGreaterThan(5)
                .allSatisfy(module ->
                        assertThat(folders).as(module.toString()).anyMatch(folder -> folder.startsWith(module + "/")));
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.rule().check(PRODUCTION);
    }

    @ParameterizedTest
    @EnumSource
    void isBrokenByEachOffender(Rule rule) {
        assertThat(rule.offenders()).isNotEmpty();
        var offenders = new ClassFileImporter().importClasses(rule.offenders());

        for (var offender : rule.offenders()) {
            assertThatThrownBy(() -> rule.rule().check(offenders))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(offender.getName());
        }
    }
}
