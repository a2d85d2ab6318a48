package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.notice.Notices.Told;
import dev.hindsight.contracts.actionitem.ActionItemStatus;
import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.folds.actionitem.ActionItemState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a letter says of one action item, in words.
 *
 * @param day on which it is told: days are counted from there
 */
record ItemFacts(Told told, ActionItemState item, LocalDate day) {

    private static final Set<ActionItemStatus> OVER = EnumSet.of(
            ActionItemStatus.DONE, ActionItemStatus.VERIFIED, ActionItemStatus.REJECTED, ActionItemStatus.DROPPED);

    /**
     * @param owner who is to do it; empty where that is the reader
     * @param laterIncident the one that it recurred with; empty where the reader may not read it
     */
    List<String> inWords(Optional<String> owner, Optional<String> laterIncident) {
        var facts = new ArrayList<String>();
        var about = Optional.ofNullable(told.about());
        switch (told.kind()) {
            case OVERDUE, DUE_TODAY, DUE_SOON -> about.ifPresent(due -> facts.add(due(due)));
            case BLOCKED -> {
                about.ifPresent(since -> facts.add("Blocked since %s".formatted(dated(since))));
                Optional.ofNullable(item.roadblock()).ifPresent(it -> facts.add("In the way: " + it.roadblock()));
            }
            case TO_VERIFY ->
                about.ifPresent(done -> facts.add("Done %s; nobody has looked whether it is".formatted(dated(done))));
            case TO_ACCEPT ->
                about.ifPresent(
                        since -> facts.add("Proposed %s; nobody has said who does it by when".formatted(dated(since))));
            case RECURRED ->
                facts.add(laterIncident
                        .map("A later incident shares a contributing factor with it: %s"::formatted)
                        .orElse("A later incident shares a contributing factor with it"));
            case RESUMED -> facts.add("The day that it was deferred to has come");
        }
        if (!isAboutItsDueDate()) {
            Optional.ofNullable(item.due()).ifPresent(due -> facts.add(due(due)));
        } else if (OVER.contains(item.status())) {
            facts.add("Meanwhile it is " + item.status().name().toLowerCase(Locale.ROOT));
        }
        owner.ifPresent(name -> facts.add("Owner: " + name));
        Optional.ofNullable(told.rung()).map(ItemFacts::because).ifPresent(facts::add);
        return facts;
    }

    private boolean isAboutItsDueDate() {
        return switch (told.kind()) {
            case OVERDUE, DUE_TODAY, DUE_SOON -> true;
            case BLOCKED, TO_VERIFY, TO_ACCEPT, RECURRED, RESUMED -> false;
        };
    }

    private static String because(EscalationRung rung) {
        return switch (rung) {
            case TEAM_LEAD -> "You are told as a lead of the team";
            case EXECUTIVE -> "You are told as the executive who answers for it";
        };
    }

    private String due(LocalDate due) {
        return "Due " + dated(due);
    }

    /** With the days from or to the day on which it is told. */
    private String dated(LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, day);
        if (days == 0) {
            return "%s, today".formatted(date);
        }
        var number = Math.abs(days) == 1 ? "1 day" : "%d days".formatted(Math.abs(days));
        return days > 0 ? "%s, %s ago".formatted(date, number) : "%s, in %s".formatted(date, number);
    }
}
