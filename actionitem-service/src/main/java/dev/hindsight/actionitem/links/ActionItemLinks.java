package dev.hindsight.actionitem.links;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds the action items that are linked to an address. */
@Singleton
public class ActionItemLinks {

    private static final String FIND =
            "SELECT action_item_id FROM actionitem.action_item_link WHERE digest = :digest ORDER BY action_item_id";

    private final Jdbi jdbi;

    ActionItemLinks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<UUID> to(String url) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("digest", LinkForm.digest(url))
                .mapTo(UUID.class)
                .list());
    }
}
