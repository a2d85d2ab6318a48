package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.digest.Letter.Group;
import dev.hindsight.actionitem.digest.Letter.Line;
import dev.hindsight.actionitem.notice.NoticeKind;
import dev.hindsight.actionitem.notice.Notices;
import dev.hindsight.actionitem.notice.Notices.Told;
import dev.hindsight.actionitem.people.People;
import dev.hindsight.actionitem.people.Person;
import dev.hindsight.contracts.actionitem.ActionItemEvent;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.folds.actionitem.ActionItemFold;
import dev.hindsight.folds.actionitem.ActionItemState;
import dev.hindsight.folds.digest.DigestState;
import dev.hindsight.folds.incident.IncidentFold;
import dev.hindsight.folds.incident.IncidentState;
import dev.hindsight.logkit.Histories;
import dev.hindsight.logkit.IncidentAccess;
import dev.hindsight.rights.Rights;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a digest into words for its recipient, as they may read it at this moment. */
@Singleton
class Letters {

    private final Notices notices;
    private final Histories histories;
    private final People people;
    private final String url;

    Letters(Notices notices, Histories histories, People people, @ConfigProperty(name = "hindsight.url") String url) {
        this.notices = notices;
        this.histories = histories;
        this.people = people;
        this.url = url.replaceFirst("/+$", "");
    }

    /**
     * @param letter empty where nothing of the digest may be told
     * @param withheld how many of its notices are left out
     */
    record Written(Optional<Letter> letter, int withheld) {}

    Written write(DigestState digest, Person recipient) {
        var groups = new EnumMap<NoticeKind, Map<UUID, Line>>(NoticeKind.class);
        int withheld = 0;
        for (var told : notices.in(digest.digestId())) {
            var item = item(told.actionItemId());
            var incidents = item.incidentIds().stream().map(this::incident).toList();
            if (mayRead(recipient, incidents)) {
                groups.computeIfAbsent(told.kind(), _ -> new LinkedHashMap<>())
                        .put(item.actionItemId(), line(told, item, incidents, digest, recipient));
            } else {
                withheld++;
            }
        }
        var letter = groups.isEmpty()
                ? Optional.<Letter>empty()
                : Optional.of(new Letter(subject(groups), recipient.name(), groups(groups), url));
        return new Written(letter, withheld);
    }

    private Line line(
            Told told,
            ActionItemState item,
            List<Optional<IncidentState>> incidents,
            DigestState digest,
            Person recipient) {
        var facts = new ItemFacts(told, item, digest.day());
        return new Line(
                item.reference(),
                item.title(),
                facts.inWords(
                        Objects.equals(item.owner(), recipient.subject()) ? Optional.empty() : Optional.of(owner(item)),
                        laterIncident(told, item, recipient)),
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

    /** Its reference, for whoever may read it. */
    private Optional<String> laterIncident(Told told, ActionItemState item, Person recipient) {
        return item.recurrences().stream()
                .filter(recurrence -> recurrence.recordedAt().equals(told.decidedAt()))
                .findFirst()
                .flatMap(recurrence -> Optional.ofNullable(recurrence.incidentId()))
                .flatMap(this::incident)
                .filter(incident -> Rights.mayRead(recipient.actor(), IncidentAccess.of(incident)))
                .map(IncidentState::reference);
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

    private static String subject(Map<NoticeKind, Map<UUID, Line>> groups) {
        long items = groups.values().stream()
                .flatMap(lines -> lines.keySet().stream())
                .distinct()
                .count();
        return "%d %s you: %s"
                .formatted(
                        items,
                        items == 1 ? "action item needs" : "action items need",
                        groups.entrySet().stream()
                                .map(group -> "%d %s"
                                        .formatted(
                                                group.getValue().size(),
                                                group.getKey().words()))
                                .collect(Collectors.joining(", ")));
    }

    private static List<Group> groups(Map<NoticeKind, Map<UUID, Line>> groups) {
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey().heading(), List.copyOf(group.getValue().values())))
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
