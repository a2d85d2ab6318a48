package dev.hindsight.systemtests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the compiled production code of every module of the build, those to come included. */
public final class Modules {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path CLASSES = Path.of("target", "classes");

    private Modules() {}

    public static JavaClasses production() {
        return new ClassFileImporter()
                .importPaths(
                        withSources().stream().map(module -> compiled(module)).toList());
    }

    public static JavaClasses of(String module) {
        return new ClassFileImporter().importPath(compiled(CHECKOUT.resolve(module)));
    }

    /** The build names its modules in order, and what comes after the system's tests is none of the system. */
    static List<Path> withSources() {
        var build = read(CHECKOUT.resolve("pom.xml"));
        return MODULE.matcher(build.substring(0, build.indexOf("<module>system-tests</module>")))
                .results()
                .map(module -> CHECKOUT.resolve(module.group(1)))
                .filter(module -> Files.isDirectory(module.resolve(SOURCES)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A module that was not built would pass every rule, so it is an error. */
    private static Path compiled(Path module) {
        var classes = module.resolve(CLASSES);
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("%s is not compiled".formatted(module.getFileName()));
        }
        return classes;
    }
}
