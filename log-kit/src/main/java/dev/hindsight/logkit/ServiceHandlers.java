package dev.hindsight.logkit;

import org.axonframework.config.Configurer;

/** What one service does with the log: its aggregates, and the handlers that follow it. */
@FunctionalInterface
public interface ServiceHandlers {

    void addTo(Configurer configurer);
}
