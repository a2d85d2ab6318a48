package dev.hindsight.audit.rest;

import dev.hindsight.audit.sealing.Sealer;
import dev.hindsight.audit.sealing.Sealing;
import dev.hindsight.audit.verification.Verification;
import dev.hindsight.audit.verification.VerificationReport;
import dev.hindsight.log.LogReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the log is sealed, and whether it still is what was sealed. */
@Path("/api/audit/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    private final Auditors auditors;
    private final Seals seals;
    private final Sealer sealer;
    private final Sealing sealing;
    private final Verification verification;
    private final LogReader log;
    private final Clock clock;

    StatusResource(
            Auditors auditors,
            Seals seals,
            Sealer sealer,
            Sealing sealing,
            Verification verification,
            LogReader log,
            Clock clock) {
        this.auditors = auditors;
        this.seals = seals;
        this.sealer = sealer;
        this.sealing = sealing;
        this.verification = verification;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The state of the seal.
     *
     * @param sealed last position under the last checkpoint
     * @param behind positions of the log that are not sealed yet
     * @param checkpointAgeSeconds time since it was signed; grows while nothing is recorded
     * @param refusal why nothing is signed any more; null while all is well
     * @param lastVerification null until the first pass after the start has ended
     * @param verification the pass under way; null between two
     */
    public record Status(
            String origin,
            String keyId,
            long sealed,
            long head,
            long behind,
            Instant checkpointAt,
            double checkpointAgeSeconds,
            @Nullable String refusal,
            @Nullable VerificationReport lastVerification,
            @Nullable VerificationReport verification) {}

    @GET
    public Status status() {
        auditors.requireVerifier();
        var checkpoint = seals.last();
        var key = sealer.signer().verifier();
        long head = log.head();
        return new Status(
                key.name(),
                "%08x".formatted(key.keyId()),
                checkpoint.size(),
                head,
                Math.max(0, head - checkpoint.size()),
                checkpoint.signedAt(),
                Duration.between(checkpoint.signedAt(), clock.instant()).toMillis() / 1000.0,
                sealing.refusal().orElse(null),
                verification.last().orElse(null),
                verification.current().orElse(null));
    }
}
