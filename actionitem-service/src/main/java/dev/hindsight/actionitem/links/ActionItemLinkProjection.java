package dev.hindsight.actionitem.links;

import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemLinked;
import dev.hindsight.log.Batch;
import dev.hindsight.log.TableSet;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jdbi.v3.core.Jdbi;

/** Keeps {@code action_item_link} in step with the log. A link that is there already changes nothing. */
@ProcessingGroup(ActionItemLinkProjection.NAME)
public class ActionItemLinkProjection {

    public static final String NAME = "action-item-links";

    private static final String LINK = """
            INSERT INTO actionitem.action_item_link<set> (digest, action_item_id) VALUES (:digest, :actionItemId)
            ON CONFLICT DO NOTHING
            """;

    private final Jdbi jdbi;
    private final TableSet tables;

    public ActionItemLinkProjection(Jdbi jdbi, TableSet tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    @EventHandler
    void on(ActionItemLinked e) {
        Batch.of(NAME, ArrayList<ActionItemLinked>::new, this::write).add(e);
    }

    private void write(List<ActionItemLinked> links) {
        jdbi.useHandle(db -> {
            var batch = db.prepareBatch(LINK).define("set", tables.suffix());
            links.forEach(link -> batch.bind("digest", LinkForm.digest(link.url()))
                    .bind("actionItemId", link.actionItemId())
                    .add());
            batch.execute();
        });
    }
}
