package dev.hindsight.systemtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;

/** The words that the rules are written in. */
final class Words {

    private static final String BASE = "dev.hindsight.";

    /** What services stand on, and what starts, tests and measures them; any other package is a service's. */
    private static final Set<String> NO_SERVICES = Set.of(
            "contracts",
            "folds",
            "log",
            "logkit",
            "kit",
            "rights",
            "merkle",
            "coach",
            "localstack",
            "testkit",
            "benchmarks",
            "systemtests");

    private static final Set<String> VERBS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random");

    private static final Set<String> SOURCES_OF_CHANCE =
            Set.of("java.util.Date", "java.util.Random", "java.security.SecureRandom");

    private static final Set<String> INJECTIONS = Set.of(
            "jakarta.inject.Inject",
            "jakarta.ws.rs.core.Context",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.rest.client.inject.RestClient");

    static final DescribedPredicate<JavaClass> SERVICE =
            describe("services", type -> serviceOf(type).isPresent());

    /** A folder that holds a projection is a read model. */
    static final DescribedPredicate<JavaClass> READ_MODEL = describe(
            "read models",
            type -> type.getPackage().getClasses().stream()
                    .anyMatch(neighbour -> neighbour.getSimpleName().endsWith("Projection")));

    static final DescribedPredicate<JavaMethod> ENDPOINT = describe(
            "endpoints", method -> VERBS.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)));

    static final DescribedPredicate<JavaClass> PAGE_OR_RESOURCE = describe(
            "public, and in a rest package, or a page or resource of the gateway",
            type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                    && (type.getPackageName().endsWith(".rest")
                            || type.getPackageName().startsWith(BASE + "gateway.")
                                    && (type.getSimpleName().endsWith("Page")
                                            || type.getSimpleName().endsWith("Resource"))));

    static final DescribedPredicate<JavaAccess<?>> TIME_OR_CHANCE =
            describe("the time of day or chance is asked", access -> {
                var owner = access.getTargetOwner().getName();
                return owner.startsWith("java.") && CLOCKS.contains(access.getName())
                        || owner.equals("java.time.Clock") && access.getName().startsWith("system")
                        || SOURCES_OF_CHANCE.contains(owner);
            });

    static final ArchCondition<JavaField> INJECTED = ArchCondition.from(
            describe("be injected", field -> INJECTIONS.stream().anyMatch(field::isAnnotatedWith)));

    static final SliceAssignment SERVICES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return serviceOf(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "services";
        }
    };

    private Words() {}

    private static Optional<String> serviceOf(JavaClass type) {
        return Optional.of(type.getPackageName())
                .filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()).split("\\.", 2)[0])
                .filter(name -> !NO_SERVICES.contains(name));
    }
}
