package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.notice.Notices.Told;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a letter says of one action item, in words. */
record ItemFacts(ItemNews news) {

    /**
     * @param owner who is to do it; empty where that is the reader
     * @param laterIncidents those that it recurred with, by the event that says so; without those that the reader may not read
     */
    List<String> inWords(Optional<String> owner, Map<UUID, String> laterIncidents) {
        var facts = new ArrayList<String>();
        news.told().forEach(told -> facts.addAll(facts(told, Optional.ofNullable(laterIncidents.get(told.eventId())))));
        Optional.ofNullable(news.item().due()).ifPresent(due -> facts.add("Due " + dated(due)));
        owner.ifPresent(name -> facts.add("Owner: " + name));
        news.told().forEach(told -> because(told).ifPresent(facts::add));
        return facts.stream().distinct().toList();
    }

    private List<String> facts(Told told, Optional<String> laterIncident) {
        var about = Optional.ofNullable(told.about());
        var facts = new ArrayList<String>();
        switch (told.kind()) {
            case OVERDUE, DUE_TODAY, DUE_SOON -> {
                // the due date says it
            }
            case BLOCKED -> {
                about.ifPresent(since -> facts.add("Blocked since %s".formatted(dated(since))));
                Optional.ofNullable(news.item().roadblock())
                        .ifPresent(it -> facts.add("In the way: " + it.roadblock()));
            }
            case TO_VERIFY ->
                about.ifPresent(done -> facts.add("Done %s (%s), waiting for somebody other than the owner to verify it"
                        .formatted(done, distance(done))));
            case TO_ACCEPT ->
                about.ifPresent(
                        since -> facts.add("Proposed %s; has no owner or no due date yet".formatted(dated(since))));
            case RECURRED ->
                facts.add(laterIncident
                        .map("A later incident shares a contributing factor with it: %s"::formatted)
                        .orElse("A later incident shares a contributing factor with it"));
            case RESUMED -> facts.add("Its deferral ended; work goes on");
        }
        return facts;
    }

    private static Optional<String> because(Told told) {
        var lead = "You are told as a lead of " + told.team();
        return switch (told.kind()) {
            case OVERDUE, DUE_TODAY, DUE_SOON, BLOCKED ->
                Optional.ofNullable(told.rung()).map(rung -> switch (rung) {
                    case TEAM_LEAD -> lead;
                    case EXECUTIVE -> "You are told as the executive who answers for it";
                });
            case TO_VERIFY, TO_ACCEPT -> Optional.of(lead);
            case RECURRED, RESUMED -> Optional.empty();
        };
    }

    private String dated(LocalDate date) {
        return "%s, %s".formatted(date, distance(date));
    }

    /** In days from or to the day on which it is told. */
    private String distance(LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, news.today());
        if (days == 0) {
            return "today";
        }
        var number = Math.abs(days) == 1 ? "1 day" : "%d days".formatted(Math.abs(days));
        return days > 0 ? number + " ago" : "in " + number;
    }
}
