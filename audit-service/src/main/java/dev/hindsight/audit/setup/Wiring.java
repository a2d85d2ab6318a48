package dev.hindsight.audit.setup;

import dev.hindsight.audit.entries.IncidentAccessProjection;
import dev.hindsight.audit.entries.KnownAccess;
import dev.hindsight.audit.entries.SealedEvents;
import dev.hindsight.audit.sealing.CheckpointMemory;
import dev.hindsight.audit.sealing.SealedTree;
import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.audit.sealing.Sealing;
import dev.hindsight.audit.sealing.SigningKey;
import dev.hindsight.audit.verification.Verification;
import dev.hindsight.log.EventLog;
import dev.hindsight.log.Projection;
import dev.hindsight.logkit.ServiceHandlers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Assembles the service: the only class that knows all parts. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    ServiceHandlers handlers(Jdbi jdbi) {
        return new ServiceHandlers(
                List.of(new Projection(
                        IncidentAccessProjection.NAME, tables -> new IncidentAccessProjection(jdbi, tables))),
                _ -> {});
    }

    @Produces
    @Singleton
    Sealer sealer(
            Jdbi jdbi,
            @ConfigProperty(name = "hindsight.audit.origin") String origin,
            @ConfigProperty(name = "hindsight.audit.signing-key") Optional<String> keyFile,
            @ConfigProperty(name = "hindsight.audit.checkpoints") Optional<String> checkpoints) {
        var signer = SigningKey.read(origin, keyFile.orElse(""));
        var folder = checkpoints
                .map(Path::of)
                .orElseGet(() -> Path.of(keyFile.orElse("")).toAbsolutePath().resolveSibling("checkpoints"));
        return new Sealer(jdbi, signer, new CheckpointMemory(folder, signer.verifier()));
    }

    @Produces
    @Singleton
    Sealing sealing(Sealer sealer) {
        return new Sealing(sealer);
    }

    @Produces
    @Singleton
    Verification verification(
            Jdbi jdbi,
            Sealer sealer,
            Clock clock,
            @ConfigProperty(name = "hindsight.audit.verify-every") Duration every) {
        return new Verification(jdbi, sealer, clock, every);
    }

    @Produces
    @Singleton
    SealedTree tree(Jdbi jdbi) {
        return new SealedTree(jdbi);
    }

    @Produces
    @Singleton
    SealedEvents events(Jdbi jdbi) {
        return new SealedEvents(jdbi);
    }

    @Produces
    @Singleton
    KnownAccess known(EventLog log) {
        return new KnownAccess(log);
    }

    /** After the log has checked schemas and rights. */
    void start(
            @Observes @Priority(Interceptor.Priority.APPLICATION + 600) StartupEvent event,
            Sealing sealing,
            Verification verification) {
        sealing.start();
        verification.start();
    }

    void stop(@Observes ShutdownEvent event, Sealing sealing, Verification verification) {
        verification.close();
        sealing.close();
    }
}
