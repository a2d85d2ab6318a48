package dev.hindsight.migrator;

import dev.hindsight.log.schema.Migrator;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/** The program: migrates every schema in its order, tells each step, and ends with 1 and one sentence if it cannot. */
public final class Migration {

    /** One schema for each service, whose login is named {@code <schema>_service}. */
    static final List<String> SERVICES = List.of("incident", "actionitem", "reporting", "audit");

    /** The log first: the services' migrations grant themselves what they may do with it. */
    static final List<String> SCHEMAS =
            Stream.concat(Stream.of("log"), SERVICES.stream()).toList();

    private Migration() {}

    public static void main(String[] arguments) {
        // standard error is for the one sentence: what goes wrong is told by an exception
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        LogManager.getLogManager().reset();
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream progress, PrintStream problems) {
        try {
            migrate(MigrationSettings.from(environment), progress);
            return 0;
        } catch (MigrationFailure e) {
            problems.println(e.getMessage());
            return 1;
        }
    }

    private static void migrate(MigrationSettings settings, PrintStream progress) {
        try {
            Migrator.migrate(
                    settings.url(),
                    settings.user(),
                    settings.password(),
                    settings.passwords(),
                    SCHEMAS,
                    progress::println);
        } catch (RuntimeException e) {
            throw new MigrationFailure(Reason.of(e).sentence(settings), e);
        }
    }
}
