package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.digest.Letter.Group;
import dev.hindsight.actionitem.digest.Letter.Line;
import dev.hindsight.actionitem.notice.NoticeKind;
import dev.hindsight.actionitem.notice.Notices.Told;
import dev.hindsight.actionitem.people.People;
import dev.hindsight.actionitem.people.Person;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.actionitem.ActionItemEvent.ActionItemRecurred;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.log.LogEntry;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a digest into words for its recipient, as they may read it at this moment. */
@Singleton
class Letters {

    private final Histories histories;
    private final People people;
    private final String url;

    Letters(Histories histories, People people, @ConfigProperty(name = "hindsight.url") String url) {
        this.histories = histories;
        this.people = people;
        this.url = url.replaceFirst("/+$", "");
    }

    /**
     * @param letter empty where nothing of the digest may be told, or is left to tell
     * @param withheld how many of its notices the recipient may not read
     * @param overtaken how many of them do not hold any more
     */
    record Written(Optional<Letter> letter, int withheld, int overtaken) {}

    /** @param today by the calendar of a team */
    Written write(List<Told> told, Person recipient, Function<String, LocalDate> today) {
        var groups = new EnumMap<NoticeKind, List<Line>>(NoticeKind.class);
        boolean owns = false;
        int withheld = 0;
        int overtaken = 0;
        var byItem = told.stream()
                .collect(Collectors.groupingBy(Told::actionItemId, LinkedHashMap::new, Collectors.toList()));
        for (var each : byItem.entrySet()) {
            var item = item(each.getKey());
            var incidents = item.incidentIds().stream().map(this::incident).toList();
            if (!mayRead(recipient, incidents)) {
                withheld += each.getValue().size();
                continue;
            }
            var news = new ItemNews(
                    item,
                    each.getValue(),
                    today.apply(each.getValue().getFirst().team()),
                    recipient.subject());
            overtaken += each.getValue().size() - news.told().size();
            if (news.heading().isPresent()) {
                owns |= news.isTheReaders();
                groups.computeIfAbsent(news.heading().get(), _ -> new ArrayList<>())
                        .add(line(news, incidents, recipient));
            }
        }
        var letter = groups.isEmpty()
                ? Optional.<Letter>empty()
                : Optional.of(new Letter(subject(groups, owns), recipient.name(), groups(groups), url));
        return new Written(letter, withheld, overtaken);
    }

    private Line line(ItemNews news, List<Optional<IncidentState>> incidents, Person recipient) {
        var item = news.item();
        return new Line(
                item.reference(),
                item.title(),
                new ItemFacts(news)
                        .inWords(
                                news.isTheReaders() ? Optional.empty() : Optional.of(owner(item)),
                                laterIncidents(news, recipient)),
                incidents.stream()
                        .flatMap(Optional::stream)
                        .map(IncidentState::reference)
                        .collect(Collectors.joining(", ", incidents.size() == 1 ? "Incident " : "Incidents ", "")),
                "%s/action-items/%s".formatted(url, item.reference()));
    }

    private String owner(ActionItemState item) {
        return Optional.ofNullable(item.owner())
                .map(owner -> people.find(owner).map(Person::name).orElse("somebody who is not known any more"))
                .orElse("nobody");
    }

    /** The references of those that the reader may read, by the event that tells of each. */
    private Map<UUID, String> laterIncidents(ItemNews news, Person recipient) {
        var events = news.told().stream()
                .filter(told -> told.kind() == NoticeKind.RECURRED)
                .map(Told::eventId)
                .collect(Collectors.toSet());
        var references = new HashMap<UUID, String>();
        for (var entry : events.isEmpty() ? List.<LogEntry>of() : entries(news.item())) {
            if (events.contains(entry.eventId()) && entry.event() instanceof ActionItemRecurred recurred) {
                incident(recurred.incidentId())
                        .filter(incident -> Rights.mayRead(recipient.actor(), IncidentAccess.of(incident)))
                        .ifPresent(incident -> references.put(entry.eventId(), incident.reference()));
            }
        }
        return references;
    }

    private List<LogEntry> entries(ActionItemState item) {
        return histories
                .of(
                        ActionItemEvent.AGGREGATE_TYPE,
                        ActionItemEvent.class,
                        item.actionItemId(),
                        OptionalLong.empty(),
                        ActionItemFold::of)
                .map(told -> told.entries(0, Integer.MAX_VALUE))
                .orElseThrow();
    }

    /** An incident that is missing lets nobody see anything of the item. */
    private static boolean mayRead(Person recipient, List<Optional<IncidentState>> incidents) {
        return incidents.stream().allMatch(Optional::isPresent)
                && Rights.mayReadAll(
                        recipient.actor(),
                        incidents.stream()
                                .flatMap(Optional::stream)
                                .map(IncidentAccess::of)
                                .toList());
    }

    /** @param owns whether the reader is to do any of it, and not only to see to it */
    private static String subject(Map<NoticeKind, List<Line>> groups, boolean owns) {
        int items = groups.values().stream().mapToInt(List::size).sum();
        var needed = items == 1 ? " needs you" : " need you";
        return "%d %s%s: %s"
                .formatted(
                        items,
                        items == 1 ? "action item" : "action items",
                        owns ? needed : "",
                        groups.entrySet().stream()
                                .map(group -> "%d %s"
                                        .formatted(
                                                group.getValue().size(),
                                                group.getKey().words()))
                                .collect(Collectors.joining(", ")));
    }

    private static List<Group> groups(Map<NoticeKind, List<Line>> groups) {
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey().heading(), List.copyOf(group.getValue())))
                .toList();
    }

    private ActionItemState item(UUID id) {
        return histories
                .of(ActionItemEvent.AGGREGATE_TYPE, ActionItemEvent.class, id, OptionalLong.empty(), ActionItemFold::of)
                .orElseThrow()
                .state();
    }

    private Optional<IncidentState> incident(UUID id) {
        return histories
                .of(IncidentEvent.AGGREGATE_TYPE, IncidentEvent.class, id, OptionalLong.empty(), IncidentFold::of)
                .map(told -> told.state());
    }
}
