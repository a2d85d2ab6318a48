package dev.hindsight.incident.domain;

import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentClosed;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclared;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentDeclined;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMerged;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentMitigated;
import dev.hindsight.contracts.incident.IncidentEvent.IncidentResolved;
import dev.hindsight.contracts.incident.IncidentMode;
import dev.hindsight.contracts.incident.IncidentStatus;
import dev.hindsight.contracts.incident.Severity;
import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.time.OccurredAt;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** Incidents and people that rules are tried on. */
final class Given {

    static final UUID ID = new UUID(0, 1);
    static final OccurredAt NOON = OccurredAt.at(Instant.parse("2026-03-01T12:00:00Z"));
    static final Map<String, Object> RESPONDER = by("ana", "responder", "chain-core");
    static final Map<String, Object> OUTSIDER = by("oto", "responder", "payments-core");
    static final Map<String, Object> AUDITOR = by("aud", "auditor", "chain-core");

    private Given() {}

    /** An incident of the team chain-core in this state. */
    static List<IncidentEvent> in(IncidentStatus status) {
        return switch (status) {
            case TRIAGE -> List.of(declared(IncidentStatus.TRIAGE, Visibility.OPEN, List.of()));
            case ACTIVE -> List.of(declared(IncidentStatus.ACTIVE, Visibility.OPEN, List.of()));
            case MITIGATED -> with(IncidentStatus.ACTIVE, new IncidentMitigated(ID, NOON, null));
            case RESOLVED -> with(IncidentStatus.ACTIVE, new IncidentResolved(ID, NOON, null));
            case CLOSED -> with(IncidentStatus.RESOLVED, new IncidentClosed(ID, NOON, null));
            case DECLINED -> with(IncidentStatus.TRIAGE, new IncidentDeclined(ID, NOON, "false alarm"));
            case MERGED -> with(IncidentStatus.ACTIVE, new IncidentMerged(ID, new UUID(0, 7), NOON, null));
        };
    }

    static IncidentDeclared declared(IncidentStatus status, Visibility visibility, List<String> people) {
        return new IncidentDeclared(
                ID,
                "INC-2026-0001",
                "Chain halted",
                null,
                IncidentMode.LIVE,
                status,
                Severity.SEV1,
                "chain-core",
                visibility,
                people,
                List.of(),
                List.of(),
                List.of(),
                null,
                NOON,
                null);
    }

    /** Nothing happens, and the problem names the rule. */
    static void expectRefusal(ResultValidator<?> result, ProblemType rule) {
        result.expectNoEvents().expectException(new CustomTypeSafeMatcher<ProblemException>("problem " + rule.type()) {
            @Override
            protected boolean matchesSafely(ProblemException refusal) {
                return refusal.problem().type().toString().equals("/problems/" + rule.type());
            }
        });
    }

    static Map<String, Object> by(String subject, String role, String team) {
        return Map.of(Actor.CALLER, new Actor(subject, Set.of(role), Set.of(team)));
    }

    private static List<IncidentEvent> with(IncidentStatus before, IncidentEvent event) {
        return Stream.concat(in(before).stream(), Stream.of(event)).toList();
    }
}
