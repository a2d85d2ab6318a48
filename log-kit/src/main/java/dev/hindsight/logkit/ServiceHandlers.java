package dev.hindsight.logkit;

import org.axonframework.config.Configurer;

/** What one service does with the log beside its projections: its aggregates, and handlers that are never rebuilt. */
@FunctionalInterface
public interface ServiceHandlers {

    void addTo(Configurer configurer);
}
