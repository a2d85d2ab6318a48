package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a batch of events changes in the rows of post-mortems and of the action items agreed in them. */
final class FollowUpChanges {

    private static final String CREATED = """
            INSERT INTO reporting.post_mortem_fact<set> (post_mortem_id, team, incident_ids, position)
            VALUES (:postMortemId, :team, :incidentIds, :position)
            ON CONFLICT (post_mortem_id) DO NOTHING
            """;
    private static final String AGREED = """
            INSERT INTO reporting.action_item_fact<set> (
                action_item_id, status, team, incident_ids, opened_at, owner, due, completed_at, position)
            SELECT :actionItemId, 'ACCEPTED', team, incident_ids, :openedAt, :owner, :due::date, NULL, :position
              FROM reporting.post_mortem_fact<set>
             WHERE post_mortem_id = :postMortemId
            ON CONFLICT (action_item_id) DO NOTHING
            """;

    private final List<Created> created = new ArrayList<>();
    private final List<Agreed> agreed = new ArrayList<>();

    void add(PostMortemEvent event, Instant recordedAt, long position) {
        switch (event) {
            case PostMortemCreated e -> created.add(new Created(e, position));
            case ActionItemAgreed e -> agreed.add(new Agreed(e, recordedAt, position));
            case PostMortemImported _,
                    HypothesisProposed _,
                    HypothesisSupported _,
                    HypothesisRefuted _,
                    HypothesisLeftInconclusive _,
                    ContributingFactorIdentified _,
                    LessonRecorded _ -> {
                // no figure depends on these
            }
        }
    }

    /** Post-mortems first: an item takes team and incidents from the one it was agreed in. */
    void write(Handle db, String set) {
        var posts = db.prepareBatch(CREATED).define("set", set);
        created.forEach(each -> posts.bindMethods(each.event)
                .bindArray("incidentIds", UUID.class, each.event.incidentIds())
                .bind("position", each.position)
                .add());
        if (posts.size() > 0) {
            posts.execute();
        }
        var items = db.prepareBatch(AGREED).define("set", set);
        agreed.forEach(each -> items.bindMethods(each.event)
                .bindMap(Map.of("openedAt", each.recordedAt, "position", each.position))
                .add());
        if (items.size() > 0) {
            items.execute();
        }
    }

    private record Created(PostMortemCreated event, long position) {}

    private record Agreed(ActionItemAgreed event, Instant recordedAt, long position) {}
}
