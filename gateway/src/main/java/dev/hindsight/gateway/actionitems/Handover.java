package dev.hindsight.gateway.actionitems;

import dev.hindsight.gateway.actionitems.ActionItem.Assignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of who does it by when. */
public record Handover(@Nullable Assignment before, Assignment after) {

    public String told(Reader reader) {
        if (before == null) {
            return "Given to %s, due %s".formatted(reader.named(after.owner()), day(after.due()));
        }
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(before.owner(), after.owner())) {
            changes.add(
                    "owner changed from %s to %s".formatted(reader.named(before.owner()), reader.named(after.owner())));
        }
        if (!Objects.equals(before.due(), after.due())) {
            changes.add("due date changed from %s to %s".formatted(day(before.due()), day(after.due())));
        }
        var told = changes.isEmpty() ? "agreed as it was" : String.join("; ", changes);
        return told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "on no date" : day.toString();
    }
}
