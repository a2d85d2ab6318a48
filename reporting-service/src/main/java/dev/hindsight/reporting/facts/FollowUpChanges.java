package dev.hindsight.reporting.facts;

import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.postmortem.AnalysisEvent;
import dev.hindsight.contracts.postmortem.MeetingEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.Beginning;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ChecklistItemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.CoachFindingAnswered;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.MeetingScheduled;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAmended;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemAssigned;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemClosed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemPublished;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemWaived;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PreparationBegun;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewApproved;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ReviewShared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What a batch of events changes in the rows of post-mortems and of action items. */
final class FollowUpChanges {

    private static final String CREATED = """
            INSERT INTO reporting.post_mortem_fact<set> (post_mortem_id, team, incident_ids, position)
            VALUES (:postMortemId, :team, :incidentIds, :position)
            ON CONFLICT (post_mortem_id) DO NOTHING
            """;
    private static final String POST_MORTEMS =
            "SELECT * FROM reporting.post_mortem_fact<set> WHERE post_mortem_id = ANY(:ids)";
    private static final String TOUCHED =
            "SELECT * FROM reporting.action_item_fact<set> WHERE action_item_id = ANY(:ids)";
    private static final String UPSERT = """
            INSERT INTO reporting.action_item_fact<set> AS row (
                action_item_id, status, team, incident_ids, opened_at, owner, due, completed_at,
                post_mortem_id, first_position, position)
            VALUES (
                :actionItemId, :status, :team, :incidentIds, :openedAt, :owner, :due, :completedAt,
                CAST(:postMortemId AS uuid), :firstPosition, :position)
            ON CONFLICT (action_item_id) DO UPDATE SET
                status = excluded.status, team = excluded.team, incident_ids = excluded.incident_ids,
                owner = excluded.owner, due = excluded.due, completed_at = excluded.completed_at,
                post_mortem_id = excluded.post_mortem_id, position = excluded.position
            WHERE row.position < excluded.position
            """;

    private final List<PostMortemFact> created = new ArrayList<>();
    private final Set<UUID> agreedIn = new LinkedHashSet<>();
    private final Map<UUID, List<Change>> items = new LinkedHashMap<>();

    void add(PostMortemEvent event, Instant recordedAt, long position) {
        switch (event) {
            case Beginning e -> created.add(new PostMortemFact(e.postMortemId(), e.team(), e.incidentIds(), position));
            case ActionItemAgreed e -> {
                agreedIn.add(e.postMortemId());
                change(e.actionItemId(), (row, postMortems) -> {
                    var postMortem = Objects.requireNonNull(postMortems.get(e.postMortemId()), "its post-mortem");
                    row.add(e, postMortem, recordedAt, position);
                });
            }
            case MeetingEvent _,
                    AnalysisEvent _,
                    PostMortemImported _,
                    HypothesisProposed _,
                    HypothesisSupported _,
                    HypothesisRefuted _,
                    HypothesisLeftInconclusive _,
                    ContributingFactorIdentified _,
                    LessonRecorded _,
                    PreparationBegun _,
                    PostMortemAssigned _,
                    ChecklistItemWaived _,
                    MeetingScheduled _,
                    ReviewShared _,
                    ReviewApproved _,
                    PostMortemApproved _,
                    PostMortemPublished _,
                    PostMortemAmended _,
                    PostMortemClosed _,
                    PostMortemWaived _,
                    CoachFindingAnswered _ -> {} // no figure depends on it
        }
    }

    void add(ActionItemEvent event, Instant recordedAt, long position) {
        change(event.actionItemId(), (row, _) -> row.add(event, recordedAt, position));
    }

    private void change(UUID item, Change change) {
        items.computeIfAbsent(item, _ -> new ArrayList<>()).add(change);
    }

    /** Post-mortems first: an item takes team and incidents from the one it was agreed in. */
    void write(Handle db, String set) {
        writePostMortems(db, set);
        if (!items.isEmpty()) {
            writeItems(db, set);
        }
    }

    private void writePostMortems(Handle db, String set) {
        if (created.isEmpty()) {
            return;
        }
        var insert = db.prepareBatch(CREATED).define("set", set);
        created.forEach(each -> insert.bindMethods(each)
                .bindArray("incidentIds", UUID.class, each.incidentIds())
                .add());
        insert.execute();
    }

    private void writeItems(Handle db, String set) {
        var postMortems = new LinkedHashMap<UUID, PostMortemFact>();
        db.createQuery(POST_MORTEMS)
                .define("set", set)
                .bindArray("ids", UUID.class, List.copyOf(agreedIn))
                .map(ConstructorMapper.of(PostMortemFact.class))
                .forEach(row -> postMortems.put(row.postMortemId(), row));
        var rows = new LinkedHashMap<UUID, ActionItemFactRow>();
        db.createQuery(TOUCHED)
                .define("set", set)
                .bindArray("ids", UUID.class, List.copyOf(items.keySet()))
                .map(ConstructorMapper.of(ActionItemFact.class))
                .forEach(row -> rows.put(row.actionItemId(), ActionItemFactRow.of(row)));
        var upsert = db.prepareBatch(UPSERT).define("set", set);
        items.forEach((id, changes) -> {
            var row = rows.computeIfAbsent(id, _ -> new ActionItemFactRow());
            changes.forEach(change -> change.applyTo(row, postMortems));
            var item = row.row();
            upsert.bindMethods(item)
                    .bindArray("incidentIds", UUID.class, item.incidentIds())
                    .add();
        });
        upsert.execute();
    }

    /** What one event does to the row of an item. */
    @FunctionalInterface
    private interface Change {

        void applyTo(ActionItemFactRow row, Map<UUID, PostMortemFact> postMortems);
    }
}
