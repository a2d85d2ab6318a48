package dev.hindsight.folds.postmortem;

import dev.hindsight.contracts.postmortem.AgendaItem;
import dev.hindsight.contracts.postmortem.MeetingEvent;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSent;
import dev.hindsight.contracts.postmortem.MeetingEvent.AgendaSet;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingEnded;
import dev.hindsight.contracts.postmortem.MeetingEvent.MeetingStarted;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteCorrected;
import dev.hindsight.contracts.postmortem.MeetingEvent.NoteTaken;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantInvited;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantJoined;
import dev.hindsight.contracts.postmortem.MeetingEvent.ParticipantLeft;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseClosed;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseExtended;
import dev.hindsight.contracts.postmortem.MeetingEvent.PhaseOpened;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementAnswered;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementMade;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementParked;
import dev.hindsight.contracts.postmortem.MeetingEvent.StatementRestated;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineMasked;
import dev.hindsight.contracts.postmortem.MeetingEvent.TimelineUnmasked;
import dev.hindsight.contracts.postmortem.MeetingPhase;
import dev.hindsight.folds.Recorded;
import dev.hindsight.folds.postmortem.MeetingState.Adherence;
import dev.hindsight.folds.postmortem.MeetingState.Masking;
import dev.hindsight.folds.postmortem.MeetingState.Note;
import dev.hindsight.folds.postmortem.MeetingState.Reading;
import dev.hindsight.folds.postmortem.MeetingState.Session;
import dev.hindsight.folds.postmortem.MeetingState.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what happened in the meetings of one post-mortem. */
final class MeetingFold {

    /** Sixty minutes. */
    private static final List<AgendaItem> USUAL = List.of(
            new AgendaItem(MeetingPhase.INTRODUCTION, 5),
            new AgendaItem(MeetingPhase.TIMELINE_REVIEW, 25),
            new AgendaItem(MeetingPhase.ROOT_CAUSE_ANALYSIS, 15),
            new AgendaItem(MeetingPhase.ACTION_ITEMS, 10),
            new AgendaItem(MeetingPhase.Q_AND_A, 5));

    private final Participants participants = new Participants();
    private final List<Session> sessions = new ArrayList<>();
    private final Map<MeetingPhase, List<PhaseState.Run>> runs = new EnumMap<>(MeetingPhase.class);
    private final Map<MeetingPhase, List<PhaseState.Extension>> extensions = new EnumMap<>(MeetingPhase.class);
    private final Map<UUID, Note> notes = new LinkedHashMap<>();
    private final Map<UUID, Statement> statements = new LinkedHashMap<>();
    private final List<Masking> maskings = new ArrayList<>();
    private List<AgendaItem> agenda = USUAL;
    private boolean agendaSet;
    private boolean inOrder = true;
    private @Nullable Instant agendaSentAt;
    private @Nullable MeetingPhase openPhase;
    private @Nullable MeetingPhase latest;
    private @Nullable Instant mask;

    void add(MeetingEvent event, Recorded<?> by) {
        switch (event) {
            case AgendaSet e -> {
                agenda = e.agenda();
                agendaSet = true;
            }
            case AgendaSent e -> agendaSentAt = e.sentAt();
            case ParticipantInvited e -> participants.invited(e);
            case ParticipantJoined e -> participants.joined(e);
            case ParticipantLeft e -> participants.left(e);
            case MeetingStarted e ->
                sessions.add(new Session(
                        e.session(), e.startedAt(), null, e.facilitatorResponded(), e.missing(), e.reason()));
            case MeetingEnded e -> end(e);
            case PhaseOpened e -> open(e);
            case PhaseExtended e ->
                extensions
                        .computeIfAbsent(e.phase(), _ -> new ArrayList<>())
                        .add(new PhaseState.Extension(
                                sessions.size(), e.minutes(), e.votesFor(), e.votesAgainst(), e.extendedAt()));
            case PhaseClosed e -> close(e);
            case NoteTaken e ->
                notes.put(
                        e.noteId(),
                        new Note(e.noteId(), e.phase(), e.text(), List.of(), by.recordedAt(), by.recordedBy()));
            case NoteCorrected e -> notes.computeIfPresent(e.noteId(), (_, note) -> corrected(note, e));
            case StatementMade e ->
                statements.put(
                        e.statementId(),
                        new Statement(
                                e.statementId(),
                                e.text(),
                                null,
                                null,
                                null,
                                List.of(),
                                by.recordedAt(),
                                by.recordedBy()));
            case StatementRestated e ->
                statements.computeIfPresent(
                        e.statementId(),
                        (_, it) -> statement(it, e.restatement(), it.answer(), it.parkedAs(), e.evidence()));
            case StatementAnswered e ->
                statements.computeIfPresent(
                        e.statementId(),
                        (_, it) -> statement(it, it.restatement(), e.answer(), it.parkedAs(), e.evidence()));
            case StatementParked e ->
                statements.computeIfPresent(
                        e.statementId(), (_, it) -> statement(it, it.restatement(), it.answer(), e.topic(), List.of()));
            case TimelineMasked e -> {
                lift("Masked to another moment.");
                mask = e.moment();
                maskings.add(new Masking(e.moment(), by.recordedAt(), by.recordedBy(), null));
            }
            case TimelineUnmasked e -> lift(e.reason());
        }
    }

    MeetingState state() {
        var phases = agenda.stream()
                .map(item -> PhaseState.of(
                        item.phase(),
                        item.minutes(),
                        extensions.getOrDefault(item.phase(), List.of()),
                        runs.getOrDefault(item.phase(), List.of())))
                .toList();
        var held = phases.stream().filter(PhaseState::isOver).toList();
        var withinTime = held.stream()
                .filter(phase -> phase.overrunSeconds() == 0 && phase.invalid() == null)
                .count();
        return new MeetingState(
                agenda,
                agendaSet,
                agendaSentAt,
                participants.state(),
                List.copyOf(sessions),
                openPhase,
                phases,
                new Adherence(agenda.size(), held.size(), (int) withinTime, inOrder),
                List.copyOf(notes.values()),
                List.copyOf(statements.values()),
                mask,
                List.copyOf(maskings));
    }

    private void open(PhaseOpened e) {
        runs.computeIfAbsent(e.phase(), _ -> new ArrayList<>())
                .add(new PhaseState.Run(sessions.size(), e.openedAt(), null));
        inOrder &= latest == null || e.phase().compareTo(latest) > 0;
        latest = e.phase();
        openPhase = e.phase();
    }

    private void close(PhaseClosed e) {
        var of = runs.getOrDefault(e.phase(), List.of());
        if (!of.isEmpty()) {
            of.set(
                    of.size() - 1,
                    new PhaseState.Run(of.getLast().session(), of.getLast().openedAt(), e.closedAt()));
        }
        openPhase = null;
    }

    /** Another session goes through its phases in an order of its own. */
    private void end(MeetingEnded e) {
        latest = null;
        if (!sessions.isEmpty()) {
            var last = sessions.removeLast();
            sessions.add(new Session(
                    last.session(),
                    last.startedAt(),
                    e.endedAt(),
                    last.facilitatorResponded(),
                    last.missing(),
                    last.reason()));
        }
        participants.allLeft(e.endedAt());
    }

    private void lift(String reason) {
        if (mask != null) {
            var last = maskings.removeLast();
            maskings.add(new Masking(last.moment(), last.recordedAt(), last.recordedBy(), reason));
        }
        mask = null;
    }

    private static Note corrected(Note note, NoteCorrected e) {
        var readings = new ArrayList<>(note.corrected());
        readings.add(new Reading(note.text(), e.reason()));
        return new Note(
                note.noteId(), note.phase(), e.text(), List.copyOf(readings), note.recordedAt(), note.recordedBy());
    }

    private static Statement statement(
            Statement it,
            @Nullable String restatement,
            @Nullable String answer,
            @Nullable String parkedAs,
            List<UUID> more) {
        var evidence = new ArrayList<>(it.evidence());
        more.stream().filter(piece -> !evidence.contains(piece)).forEach(evidence::add);
        return new Statement(
                it.statementId(),
                it.text(),
                restatement,
                answer,
                parkedAs,
                List.copyOf(evidence),
                it.recordedAt(),
                it.recordedBy());
    }
}
