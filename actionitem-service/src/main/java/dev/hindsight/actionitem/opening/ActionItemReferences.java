package dev.hindsight.actionitem.opening;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives action items their references, counted by year, and finds items by these and by what they were opened for. */
@Singleton
public class ActionItemReferences {

    private static final Pattern FORM = Pattern.compile("AI-(\\d{4})-(\\d{4,9})");
    private static final String NEXT = """
            INSERT INTO actionitem.reference_counter AS counter (year, last) VALUES (:year, 1)
            ON CONFLICT (year) DO UPDATE SET last = counter.last + 1 RETURNING last
            """;
    private static final String IS_COUNTED =
            "SELECT EXISTS (SELECT FROM actionitem.reference_counter WHERE year = :year)";
    /** Reads the whole log, so only where a year begins, or the table was lost. */
    private static final String RECOVER = """
            INSERT INTO actionitem.reference_counter (year, last)
            SELECT :year, coalesce(max(substring(payload FROM :form)::int), 0)
              FROM log.event_entry WHERE event_type = 'action-item-opened'
            ON CONFLICT (year) DO NOTHING
            """;

    private static final String RAISE = """
            INSERT INTO actionitem.reference_counter AS counter (year, last) VALUES (:year, :number)
            ON CONFLICT (year) DO UPDATE SET last = greatest(counter.last, excluded.last)
            """;
    private static final String KEEP = """
            INSERT INTO actionitem.action_item_reference (reference, action_item_id, caused_at)
            VALUES (:reference, :actionItemId, :causedAt)
            """;
    private static final String FIND =
            "SELECT action_item_id FROM actionitem.action_item_reference WHERE reference = :reference";
    private static final String LAST_OPENED = """
            SELECT action_item_id FROM actionitem.action_item_reference
             WHERE caused_at <= :position ORDER BY caused_at DESC LIMIT 1
            """;

    private final Jdbi jdbi;

    public ActionItemReferences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The next reference of a year for an item that a person begins, taken for good when the transaction commits. */
    public String take(int year, UUID actionItemId) {
        return take(year, actionItemId, null);
    }

    /**
     * The next reference of a year, taken for good when the caller's transaction commits.
     *
     * @param causedAt the position of the entry that the item is opened for; null if a person began it
     */
    String take(int year, UUID actionItemId, @Nullable Long causedAt) {
        return jdbi.withHandle(db -> {
            recover(db, year);
            int number =
                    db.createQuery(NEXT).bind("year", year).mapTo(int.class).one();
            var reference = String.format(Locale.ROOT, "AI-%d-%04d", year, number);
            db.createUpdate(KEEP)
                    .bind("reference", reference)
                    .bind("actionItemId", actionItemId)
                    .bind("causedAt", causedAt)
                    .execute();
            return reference;
        });
    }

    /** Remembers a reference that the log has and these tables may have lost. */
    void keep(String reference, UUID actionItemId, @Nullable Long causedAt) {
        var parts = FORM.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalStateException("Not a reference of an action item: " + reference);
        }
        int year = Integer.parseInt(parts.group(1));
        jdbi.useHandle(db -> {
            recover(db, year);
            db.createUpdate(RAISE)
                    .bind("year", year)
                    .bind("number", Integer.parseInt(parts.group(2)))
                    .execute();
            db.createUpdate(KEEP + "ON CONFLICT DO NOTHING")
                    .bind("reference", reference)
                    .bind("actionItemId", actionItemId)
                    .bind("causedAt", causedAt)
                    .execute();
        });
    }

    /** What the log has given already is not given again, whatever became of the counter. */
    private static void recover(Handle db, int year) {
        if (!db.createQuery(IS_COUNTED).bind("year", year).mapTo(boolean.class).one()) {
            db.createUpdate(RECOVER)
                    .bind("year", year)
                    .bind("form", "\"reference\" *: *\"AI-%04d-([0-9]+)\"".formatted(year))
                    .execute();
        }
    }

    /** The item meant by an id or a reference. */
    public Optional<UUID> find(String idOrReference) {
        if (FORM.matcher(idOrReference).matches()) {
            return jdbi.withHandle(db -> db.createQuery(FIND)
                    .bind("reference", idOrReference)
                    .mapTo(UUID.class)
                    .findOne());
        }
        try {
            return Optional.of(UUID.fromString(idOrReference));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Of the items that were opened for entries up to a position the one whose opening was recorded last. */
    public Optional<UUID> lastOpenedFor(long position) {
        return jdbi.withHandle(db -> db.createQuery(LAST_OPENED)
                .bind("position", position)
                .mapTo(UUID.class)
                .findOne());
    }
}
