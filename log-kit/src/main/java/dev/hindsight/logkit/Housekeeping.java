package dev.hindsight.logkit;

import dev.hindsight.kit.command.Commands;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Forgets the answers to commands that nobody will repeat any more. */
@Singleton
class Housekeeping {

    private final Commands commands;

    Housekeeping(Commands commands) {
        this.commands = commands;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void purge() {
        commands.purge();
    }
}
