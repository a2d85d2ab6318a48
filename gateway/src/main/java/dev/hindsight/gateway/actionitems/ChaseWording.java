package dev.hindsight.gateway.actionitems;

import dev.hindsight.gateway.actionitems.ActionItem.Chased;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.util.Locale;

/** Says in plain words who was reminded of what, and who was told when that did not help. */
@TemplateExtension
class ChaseWording {

    private static final Duration SOON_ENOUGH = Duration.ofMinutes(5);

    private ChaseWording() {}

    static String told(Chased chased) {
        return chased.rung() == null ? reminded(chased) : escalated(chased, chased.rung());
    }

    private static String reminded(Chased chased) {
        var days = Reader.days(chased.days());
        var reminded = chased.recipients().isEmpty() ? "not reminded" : "reminded";
        var told = switch (chased.because()) {
            case "BEFORE_DUE" -> reminded + " " + days + " before it was due";
            case "ON_DUE_DAY" -> reminded + " that it was due";
            case "OVERDUE" -> reminded + ": overdue by " + days;
            case "UNACCEPTED" -> "team lead " + reminded + ": proposed for " + days + ", and not accepted";
            case "UNVERIFIED" -> "team lead " + reminded + ": done for " + days + ", and not verified";
            default -> reminded;
        };
        return told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1);
    }

    private static String escalated(Chased chased, String rung) {
        var who = rung.equals("EXECUTIVE") ? "Accountable executive" : "Team lead";
        var told = chased.recipients().isEmpty() ? " not told: " : " told: ";
        var days = Reader.days(chased.days());
        if (chased.because().equals("BLOCKED")) {
            return who + told + (chased.days() == 0 ? "it is blocked" : "blocked for " + days);
        }
        return who + told + "overdue by " + days;
    }

    /** Whether nothing ran when it was to be decided. */
    static boolean isLate(Chased chased) {
        return chased.decidedAt().isAfter(chased.scheduledFor().plus(SOON_ENOUGH));
    }
}
