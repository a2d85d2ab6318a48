package dev.hindsight.incident.domain;

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
import dev.hindsight.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a meeting: one phase at a time, solutions after the analysis, nobody in the room twice. */
final class MeetingRules {

    private final Set<String> invited = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private final Set<UUID> notes = new HashSet<>();
    private final Set<UUID> statements = new HashSet<>();
    private Set<MeetingPhase> planned = EnumSet.allOf(MeetingPhase.class);
    private @Nullable MeetingPhase openPhase;
    private final Set<MeetingPhase> held = EnumSet.noneOf(MeetingPhase.class);
    private boolean masked;
    private int sessions;

    /** @param concluded the analysis is */
    void require(MeetingEvent fact, boolean concluded) {
        switch (fact) {
            case PhaseOpened e -> requireOpening(e.phase(), concluded);
            case PhaseExtended e -> {
                requireOpen(e.phase());
                PostMortem.require(e.votesFor() > e.votesAgainst(), PostMortemRule.EXTENSION_NOT_CARRIED);
            }
            case PhaseClosed e -> requireOpen(e.phase());
            case ParticipantJoined e ->
                PostMortem.require(!present.contains(e.person()), PostMortemRule.ALREADY_PRESENT);
            case ParticipantLeft e -> PostMortem.require(present.contains(e.person()), PostMortemRule.NOT_PRESENT);
            case NoteCorrected e -> PostMortem.require(notes.contains(e.noteId()), PostMortemRule.UNKNOWN_NOTE);
            case StatementRestated e -> requireStatement(e.statementId());
            case StatementAnswered e -> requireStatement(e.statementId());
            case StatementParked e -> requireStatement(e.statementId());
            case TimelineUnmasked _ -> PostMortem.require(masked, PostMortemRule.NOT_MASKED);
            case AgendaSet e ->
                PostMortem.require(phases(e.agenda()).containsAll(held), PostMortemRule.PHASE_HELD_ALREADY);
            case AgendaSent _, ParticipantInvited _, NoteTaken _, StatementMade _, TimelineMasked _ -> {
                // nothing stands against it
            }
            case MeetingStarted _, MeetingEnded _ -> throw new IllegalArgumentException("a step, not a fact: " + fact);
        }
    }

    void on(MeetingEvent event) {
        switch (event) {
            case AgendaSet e -> planned = phases(e.agenda());
            case ParticipantInvited e -> invited.add(e.person());
            case ParticipantJoined e -> present.add(e.person());
            case ParticipantLeft e -> present.remove(e.person());
            case MeetingStarted e -> sessions = e.session();
            case MeetingEnded _ -> present.clear();
            case PhaseOpened e -> {
                openPhase = e.phase();
                held.add(e.phase());
            }
            case PhaseClosed _ -> openPhase = null;
            case NoteTaken e -> notes.add(e.noteId());
            case StatementMade e -> statements.add(e.statementId());
            case TimelineMasked _ -> masked = true;
            case TimelineUnmasked _ -> masked = false;
            case AgendaSent _,
                    PhaseExtended _,
                    NoteCorrected _,
                    StatementRestated _,
                    StatementAnswered _,
                    StatementParked _ -> {
                // no rule depends on it
            }
        }
    }

    boolean isInvited(String person) {
        return invited.contains(person);
    }

    int nextSession() {
        return sessions + 1;
    }

    /** What the end of the meeting brings along: the open phase is closed, and nothing stays hidden from the review. */
    List<MeetingEvent> broughtAlongByItsEnd(UUID postMortemId, Instant at) {
        var all = new ArrayList<MeetingEvent>();
        if (openPhase != null) {
            all.add(new PhaseClosed(postMortemId, openPhase, at));
        }
        if (masked) {
            all.add(new TimelineUnmasked(postMortemId, "The meeting ended."));
        }
        return List.copyOf(all);
    }

    boolean has(UUID text) {
        return notes.contains(text) || statements.contains(text);
    }

    private static Set<MeetingPhase> phases(List<AgendaItem> agenda) {
        var phases = EnumSet.noneOf(MeetingPhase.class);
        agenda.stream().map(AgendaItem::phase).forEach(phases::add);
        return phases;
    }

    private void requireOpening(MeetingPhase phase, boolean concluded) {
        if (openPhase != null) {
            throw new ProblemException(PostMortemRule.PHASE_OPEN, "%s is open.".formatted(openPhase));
        }
        PostMortem.require(planned.contains(phase), PostMortemRule.PHASE_NOT_PLANNED);
        PostMortem.require(phase != MeetingPhase.ACTION_ITEMS || concluded, PostMortemRule.ANALYSIS_NOT_CONCLUDED);
    }

    private void requireOpen(MeetingPhase phase) {
        PostMortem.require(phase == openPhase, PostMortemRule.PHASE_NOT_OPEN);
    }

    private void requireStatement(UUID statement) {
        PostMortem.require(statements.contains(statement), PostMortemRule.UNKNOWN_STATEMENT);
    }
}
