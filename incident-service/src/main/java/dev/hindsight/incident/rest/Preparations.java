package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.MeetingRole;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.folds.postmortem.PostMortemStatus;
import dev.hindsight.incident.domain.PostMortemCommand.StartMeeting;
import dev.hindsight.incident.history.IncidentHistories;
import dev.hindsight.incident.preparation.Checklist;
import dev.hindsight.incident.rest.PostMortemChanges.Subject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up how far a meeting is prepared, in the record of the incidents as it is now. */
@Singleton
class Preparations {

    static final Duration LONGEST_GAP = Duration.ofMinutes(30);

    private final IncidentHistories histories;

    Preparations(IncidentHistories histories) {
        this.histories = histories;
    }

    Checklist checklist(PostMortemStatus of, Duration gap) {
        return Checklist.of(of, incidents(of), gap);
    }

    StartMeeting start(Subject subject, Instant at, @Nullable String reason) {
        return new StartMeeting(
                subject.id(),
                subject.incidents(),
                at,
                facilitatorResponded(subject.now()),
                checklist(subject.now(), LONGEST_GAP).missing(),
                reason);
    }

    /** Whoever held a role in an incident, or took it a step further, worked on it. */
    private boolean facilitatorResponded(PostMortemStatus of) {
        var leading = Stream.concat(
                        Stream.ofNullable(of.facilitator()),
                        of.meeting().participants().stream()
                                .filter(participant -> participant.role() == MeetingRole.FACILITATOR)
                                .map(participant -> participant.person()))
                .collect(Collectors.toSet());
        return incidents(of).stream()
                .flatMap(incident -> Stream.concat(
                        incident.roles().stream().map(role -> role.person()),
                        incident.steps().stream().map(step -> step.recordedBy())))
                .anyMatch(leading::contains);
    }

    private List<IncidentState> incidents(PostMortemStatus of) {
        return of.incidentIds().stream()
                .flatMap(id -> histories.incident(id, OptionalLong.empty()).stream())
                .map(told -> told.state())
                .toList();
    }
}
