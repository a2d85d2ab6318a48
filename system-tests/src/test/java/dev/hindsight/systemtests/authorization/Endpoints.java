package dev.hindsight.systemtests.authorization;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import dev.hindsight.systemtests.architecture.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in the compiled code what can be asked over HTTP, so that no endpoint can be forgotten in the matrix. */
public final class Endpoints {

    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final String ROUTER = "io/vertx/ext/web/Router";

    /** What no code of ours names, because it is configured, or the framework's own. */
    private static final Set<String> CONFIGURED =
            Set.of("POST /sign-out", "GET /sign-out", "GET /assets/*", "GET /webjars/*", "GET /q/*", "GET /*");

    private Endpoints() {}

    /** Of every module, those to come included. */
    public static Set<String> all() {
        var all = new TreeSet<>(CONFIGURED);
        all.addAll(of(Modules.production()));
        for (var type : Modules.of("gateway")) {
            routes(type.getSource().orElseThrow().getUri().getPath())
                    .map(path -> "GET " + path)
                    .forEach(all::add);
        }
        return all;
    }

    static Set<String> of(String module) {
        return of(Modules.of(module));
    }

    /** The methods of resources, as {@code POST /api/incidents/{id}/resolve}. */
    private static Set<String> of(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(Endpoints::endpoints)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpoints(JavaMethod method) {
        var path = Stream.of(path(method.getOwner()), path(method))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
        return VERBS.stream()
                .filter(verb -> method.isAnnotatedWith(JAX_RS + verb))
                .map(verb -> verb + " " + path);
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(JAX_RS + "Path")
                .flatMap(annotation -> value(annotation))
                .orElse("")
                .replaceAll("^/|/$", "");
    }

    private static Optional<String> value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(Object::toString);
    }

    /** The paths that code registers at the router: a text on the stack when it is called. */
    private static Stream<String> routes(String classFile) {
        try {
            return ClassFile.of().parse(Path.of(classFile)).methods().stream().flatMap(Endpoints::routes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> routes(MethodModel method) {
        var paths = new TreeSet<String>();
        var last = "";
        for (var element : method.code().map(code -> code.elementList()).orElseGet(List::of)) {
            if (element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text) {
                last = text;
            } else if (element instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals(ROUTER)
                    && call.typeSymbol().parameterCount() > 0) {
                paths.add(last);
            }
        }
        return paths.stream();
    }
}
