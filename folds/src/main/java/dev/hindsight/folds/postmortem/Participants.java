package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantInvited;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantJoined;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantLeft;
import dev.hindsight.contracts.postmortem.MeetingRole;
import dev.hindsight.folds.postmortem.MeetingState.Participant;
import dev.hindsight.folds.postmortem.MeetingState.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers who was invited to the meetings, and who was there when. */
final class Participants {

    private final Map<String, Known> known = new LinkedHashMap<>();

    void invited(ParticipantInvited e) {
        var one = one(e.person());
        one.invited = true;
        one.role = e.role();
    }

    void joined(ParticipantJoined e) {
        one(e.person()).presences.add(new Presence(e.joinedAt(), null));
    }

    void left(ParticipantLeft e) {
        one(e.person()).leave(e.leftAt());
    }

    void allLeft(Instant at) {
        known.values().forEach(one -> one.leave(at));
    }

    List<Participant> state() {
        return known.entrySet().stream()
                .map(entry -> entry.getValue().state(entry.getKey()))
                .toList();
    }

    private Known one(String person) {
        return known.computeIfAbsent(person, _ -> new Known());
    }

    private static final class Known {

        private boolean invited;
        private @Nullable MeetingRole role;
        private final List<Presence> presences = new ArrayList<>();

        private boolean isPresent() {
            return !presences.isEmpty() && presences.getLast().leftAt() == null;
        }

        void leave(Instant at) {
            if (isPresent()) {
                presences.add(new Presence(presences.removeLast().joinedAt(), at));
            }
        }

        Participant state(String person) {
            return new Participant(person, role, invited, isPresent(), List.copyOf(presences));
        }
    }
}
