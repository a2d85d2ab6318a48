package dev.hindsight.log;

import dev.hindsight.log.counter.CounterService;
import java.io.IOException;
import java.sql.SQLException;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.updates.UpdateChecker;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own, with no test framework on its stack: Axon's update checker keeps quiet where it sees one.
 * Starts a service on the log, or Axon as it comes, and stays until its standard input ends.
 */
final class UpdateCheckerChild {

    static final String WITHOUT_CHECKER = "started without a checker";
    static final String WITH_CHECKER = "started with a checker";

    private UpdateCheckerChild() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Configuration axon;
        if (arguments.length == 0) {
            axon = DefaultConfigurer.defaultConfiguration().buildConfiguration();
        } else {
            var service = new CounterService(arguments[0], "quiet");
            service.start();
            axon = service.log().configurer().buildConfiguration();
        }
        // asked for, because Axon makes a component, and starts it, only when something asks for it
        @Nullable UpdateChecker checker = axon.getComponent(UpdateChecker.class, () -> null);
        axon.start();
        System.out.println(checker == null ? WITHOUT_CHECKER : WITH_CHECKER);
        var _ = System.in.read();
        System.exit(0);
    }
}
