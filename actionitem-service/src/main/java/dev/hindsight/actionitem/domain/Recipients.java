package dev.hindsight.actionitem.domain;

import dev.hindsight.contracts.incident.Visibility;
import dev.hindsight.contracts.policy.TeamPolicy;
import dev.hindsight.folds.chase.ChaseState;
import dev.hindsight.folds.chase.Stage;
import dev.hindsight.rights.Access;
import java.util.List;
import java.util.Optional;

/** Tells whom a stage of the ladder is for: nobody outside the circle of a restricted incident. */
record Recipients(ChaseState state, TeamPolicy team, List<Access> incidents) {

    List<String> of(Stage stage) {
        return asked(stage).stream().filter(this::isInTheCircle).toList();
    }

    private List<String> asked(Stage stage) {
        return switch (stage.track()) {
            case OWNER -> Optional.ofNullable(state.owner()).stream().toList();
            case TEAM_LEAD, ROADBLOCK_TEAM_LEAD, ACCEPTANCE -> team.leads();
            case EXECUTIVE, ROADBLOCK_EXECUTIVE ->
                Optional.ofNullable(state.executive()).or(() -> Optional.ofNullable(team.executive())).stream()
                        .toList();
            case VERIFICATION ->
                team.leads().stream()
                        .filter(lead -> !lead.equals(state.owner()))
                        .toList();
        };
    }

    private boolean isInTheCircle(String subject) {
        return incidents.stream()
                .allMatch(incident -> incident.visibility() != Visibility.RESTRICTED
                        || incident.people().contains(subject));
    }
}
