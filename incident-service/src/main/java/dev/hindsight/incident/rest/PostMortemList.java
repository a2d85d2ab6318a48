package dev.hindsight.incident.rest;

import dev.hindsight.contracts.postmortem.PostMortemState;
import dev.hindsight.folds.policy.Deadline;
import dev.hindsight.folds.policy.PostMortemClock;
import dev.hindsight.incident.postmortems.PostMortemOverviews;
import dev.hindsight.incident.postmortems.PostMortemOverviews.After;
import dev.hindsight.incident.postmortems.PostMortemOverviews.Filter;
import dev.hindsight.incident.postmortems.PostMortemOverviews.Found;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.rights.ReadScope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists post-mortems with their due dates: those are not kept in the list, as they follow from the policy and the time. */
@Singleton
class PostMortemList {

    private static final int AT_ONCE = 200;

    private final PostMortemOverviews overviews;
    private final PolicyHistories policies;
    private final Clock clock;

    PostMortemList(PostMortemOverviews overviews, PolicyHistories policies, Clock clock) {
        this.overviews = overviews;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param due where the meeting stands; null does not matter
     */
    List<ListedPostMortem> find(
            ReadScope scope, Filter filter, Deadline.@Nullable Status due, @Nullable After after, int most) {
        var listing = listing(clock.instant());
        if (due == null) {
            return overviews.find(scope, filter, after, most).stream()
                    .map(listing)
                    .toList();
        }
        var listed = new ArrayList<ListedPostMortem>();
        var seen = after;
        List<Found> found;
        do {
            found = overviews.find(scope, filter, seen, AT_ONCE);
            found.stream()
                    .map(listing)
                    .filter(it -> it.meeting().status() == due)
                    .limit(most - listed.size())
                    .forEach(listed::add);
            seen = found.isEmpty() ? seen : after(found.getLast());
        } while (found.size() == AT_ONCE && listed.size() < most);
        return listed;
    }

    private Function<Found, ListedPostMortem> listing(Instant now) {
        var policy = policies.postMortems(OptionalLong.empty()).state().policy();
        return found -> {
            var row = found.row();
            var clocked = PostMortemClock.of(
                    policy,
                    new PostMortemClock.Facts(
                            found.incidentSeverity(),
                            found.incidentDeclaredAt(),
                            found.incidentResolvedAt(),
                            row.meetingStartedAt(),
                            row.draftSharedAt(),
                            row.state() == PostMortemState.WAIVED),
                    now);
            return ListedPostMortem.of(row, clocked.meeting(), clocked.review());
        };
    }

    private static After after(Found last) {
        return new After(last.row().begunAt(), last.row().postMortemId());
    }
}
