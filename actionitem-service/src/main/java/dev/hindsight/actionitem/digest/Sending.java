package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.digest.Letters.Written;
import dev.hindsight.actionitem.domain.DigestCommand;
import dev.hindsight.actionitem.domain.DigestCommand.Prospect;
import dev.hindsight.actionitem.domain.DigestCommand.RecordDelivery;
import dev.hindsight.actionitem.domain.DigestCommand.RecordFailure;
import dev.hindsight.actionitem.notice.Notices;
import dev.hindsight.actionitem.opening.ActionItemOpening;
import dev.hindsight.actionitem.people.DirectoryUnavailable;
import dev.hindsight.actionitem.people.People;
import dev.hindsight.actionitem.people.Person;
import dev.hindsight.folds.digest.DigestState;
import dev.hindsight.folds.policy.TeamCalendar;
import dev.hindsight.kit.identity.Actor;
import dev.hindsight.logkit.PolicyHistories;
import dev.hindsight.logkit.Told;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends digests and records what became of it. Killed in between, it sends once more, under the same message id, by which
 * receivers know a repeat.
 */
@Singleton
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Digests digests;
    private final Notices notices;
    private final PolicyHistories policies;
    private final People people;
    private final Letters letters;
    private final Rendering rendering;
    private final Smtp smtp;
    private final CommandGateway commands;
    private final Clock clock;

    Sending(
            Digests digests,
            Notices notices,
            PolicyHistories policies,
            People people,
            Letters letters,
            Rendering rendering,
            Smtp smtp,
            CommandGateway commands,
            Clock clock) {
        this.digests = digests;
        this.notices = notices;
        this.policies = policies;
        this.people = people;
        this.letters = letters;
        this.rendering = rendering;
        this.smtp = smtp;
        this.commands = commands;
        this.clock = clock;
    }

    boolean isPossible() {
        return smtp.isConfigured();
    }

    List<UUID> due(int limit) {
        return digests.due(clock.instant(), limit);
    }

    /** By the log, whatever the table says: another replica may have sent it just now. */
    void send(UUID id) {
        var digest = digests.find(id, OptionalLong.empty()).map(Told::state).orElseThrow();
        var now = clock.instant();
        if (digest.nextAt().filter(next -> !next.isAfter(now)).isEmpty()) {
            return;
        }
        var told = notices.in(id);
        var tellable = told.stream()
                .map(each -> calendar(each.team()).tellableFrom(now))
                .min(Comparator.naturalOrder())
                .orElse(now);
        if (tellable.isAfter(now)) {
            digests.postpone(id, now, tellable);
        } else {
            record(attempt(
                    digest,
                    recipient -> letters.write(
                            told, recipient, team -> calendar(team).dayOf(now))));
        }
    }

    private TeamCalendar calendar(String team) {
        return new TeamCalendar(
                policies.team(team, OptionalLong.empty()).state().policy());
    }

    /** What fails before anything of it can be recorded keeps nothing else waiting. */
    void sendOrWait(UUID id) {
        var now = clock.instant();
        try {
            send(id);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Digest %s is tried again in a minute", id);
            digests.postpone(id, now, now.plus(PAUSE));
        }
    }

    private DigestCommand attempt(DigestState digest, Function<Person, Written> letter) {
        try {
            return people.find(digest.recipient())
                    .map(person -> attempt(digest, person, letter))
                    .orElseGet(() -> hopeless(digest, "Nobody has this id, at least not any more."));
        } catch (DirectoryUnavailable e) {
            return failed(digest, e.reason(), Prospect.GOOD);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Digest %s could not be written", digest.digestId());
            return failed(digest, "It could not be written.", Prospect.DOUBTFUL);
        }
    }

    private DigestCommand attempt(DigestState digest, Person recipient, Function<Person, Written> write) {
        var mail = recipient.mail();
        if (!recipient.enabled()) {
            return hopeless(digest, "The account is disabled.");
        }
        if (mail == null) {
            return hopeless(digest, "No mail address is known.");
        }
        var written = write.apply(recipient);
        if (written.letter().isEmpty()) {
            return delivered(digest, written, null);
        }
        var letter = written.letter().get();
        try {
            var answer = smtp.send(
                    new Smtp.Envelope(digest.messageId(), digest.composedAt(), mail),
                    letter,
                    rendering.text(letter),
                    rendering.html(letter));
            return delivered(digest, written, answer);
        } catch (MailFailure e) {
            LOG.debugf(e, "Digest %s was not sent", digest.digestId());
            return failed(digest, e.reason(), e.isOutage() ? Prospect.GOOD : Prospect.DOUBTFUL);
        }
    }

    private DigestCommand delivered(DigestState digest, Written written, @Nullable String answer) {
        return new RecordDelivery(digest.digestId(), written.withheld(), written.overtaken(), answer, clock.instant());
    }

    private DigestCommand failed(DigestState digest, String reason, Prospect prospect) {
        return new RecordFailure(digest.digestId(), reason, prospect, clock.instant());
    }

    private DigestCommand hopeless(DigestState digest, String reason) {
        return failed(digest, reason, Prospect.NONE);
    }

    private void record(DigestCommand outcome) {
        commands.sendAndWait(new GenericCommandMessage<>(outcome, Map.of(Actor.CALLER, ActionItemOpening.ITSELF)));
    }
}
