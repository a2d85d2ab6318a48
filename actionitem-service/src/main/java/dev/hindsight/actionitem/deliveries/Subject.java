package dev.hindsight.actionitem.deliveries;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.rights.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, as it stands now.
 *
 * @param reference null for a post-mortem, which has none
 * @param path of its page
 * @param incidents what all incidents that it belongs to say of who may read them; none where one of them is missing
 */
record Subject(
        Kind kind,
        UUID id,
        @Nullable String reference,
        String title,
        String status,
        String team,
        @Nullable LocalDate due,
        String path,
        List<Access> incidents) {

    /** What events are about. */
    enum Kind {
        ACTION_ITEM,
        INCIDENT,
        POST_MORTEM
    }

    /** Whether everyone may read it. */
    boolean isOpen() {
        return !incidents.isEmpty()
                && incidents.stream().allMatch(incident -> incident.visibility() == Visibility.OPEN);
    }

    /** @param receiver the team that the receiver was set up for; null for none */
    boolean mayBeToldTo(@Nullable String receiver) {
        return (receiver == null || team.equals(receiver))
                && !incidents.isEmpty()
                && incidents.stream().allMatch(incident -> mayBeToldTo(receiver, incident));
    }

    private static boolean mayBeToldTo(@Nullable String receiver, Access incident) {
        return switch (incident.visibility()) {
            case OPEN -> true;
            case TEAM ->
                receiver != null
                        && (incident.team().equals(receiver) || incident.teams().contains(receiver));
            case RESTRICTED -> false;
        };
    }
}
