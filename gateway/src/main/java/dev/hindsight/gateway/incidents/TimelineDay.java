package dev.hindsight.gateway.incidents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The entries of one day, by the clock of UTC. */
public record TimelineDay(LocalDate date, List<TimelineEntry> entries) {

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    public String inWords() {
        return IN_WORDS.format(date);
    }
}
