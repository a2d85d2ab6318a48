package dev.hindsight.logkit;

import dev.hindsight.log.Projection;
import java.util.List;
import org.axonframework.config.Configurer;

/**
 * What one service does with the log.
 *
 * @param projections its read models, which can be rebuilt
 * @param others adds its aggregates, and handlers that react to the log and are never rebuilt
 */
public record ServiceHandlers(List<Projection> projections, Others others) {

    /** Adds to the configuration what is no projection. */
    @FunctionalInterface
    public interface Others {

        void addTo(Configurer configurer);
    }
}
