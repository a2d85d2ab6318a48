package dev.hindsight.incident.wording;

import dev.hindsight.coach.Coach;
import dev.hindsight.coach.Finding;
import dev.hindsight.coach.rules.RuleBook;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one coach for all requests.
 *
 * <p>Its language models are loaded at the first check, not when the service starts: they take some hundred milliseconds and
 * about 12 MiB of heap, which a start need not wait for, nor a service whose texts nobody has checked yet.
 */
@Singleton
public class WordingCoach {

    private final RuleBook book = RuleBook.shipped();
    private @Nullable Coach coach;

    WordingCoach() {}

    public RuleBook book() {
        return book;
    }

    /** @param people first names, or whole names, that are known to be people's */
    public List<Finding> check(String text, List<String> people) {
        return coach().check(text, people);
    }

    private synchronized Coach coach() {
        if (coach == null) {
            coach = Coach.load(book);
        }
        return coach;
    }
}
