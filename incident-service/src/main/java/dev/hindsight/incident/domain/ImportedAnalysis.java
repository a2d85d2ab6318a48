package dev.hindsight.incident.domain;

import dev.hindsight.contracts.postmortem.FactorKind;
import dev.hindsight.contracts.postmortem.FactorLayer;
import dev.hindsight.contracts.postmortem.FactorRole;
import dev.hindsight.contracts.postmortem.PostMortemEvent;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ActionItemAgreed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.ContributingFactorIdentified;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisLeftInconclusive;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisProposed;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisRefuted;
import dev.hindsight.contracts.postmortem.PostMortemEvent.HypothesisSupported;
import dev.hindsight.contracts.postmortem.PostMortemEvent.LessonRecorded;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemCreated;
import dev.hindsight.contracts.postmortem.PostMortemEvent.PostMortemImported;
import dev.hindsight.incident.domain.PostMortemCommand.ImportPostMortem;
import dev.hindsight.incident.domain.PostMortemCommand.ImportedHypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** States what the analysis in an imported record says, in its own order. */
final class ImportedAnalysis {

    private ImportedAnalysis() {}

    static List<PostMortemEvent> of(ImportPostMortem command) {
        var id = command.postMortemId();
        var events = new ArrayList<PostMortemEvent>();
        events.add(new PostMortemCreated(id, List.of(command.incidentId()), command.team(), null, null));
        events.add(new PostMortemImported(id, command.recordId(), command.statedCause()));
        for (var hypothesis : command.hypotheses()) {
            events.add(new HypothesisProposed(
                    id, hypothesis.hypothesisId(), hypothesis.statement(), hypothesis.evidence(), null, null, null));
            events.add(verdict(id, hypothesis));
        }
        command.factors()
                .forEach(factor -> events.add(new ContributingFactorIdentified(
                        id,
                        factor.factorId(),
                        factor.statement(),
                        FactorRole.UNCLASSIFIED,
                        FactorLayer.UNCLASSIFIED,
                        FactorKind.UNCLASSIFIED,
                        null,
                        null)));
        command.actionItems()
                .forEach(action -> events.add(new ActionItemAgreed(
                        id, action.actionItemId(), action.title(), null, null, action.stated(), null)));
        command.lessons()
                .forEach(lesson -> events.add(new LessonRecorded(id, lesson.lessonId(), lesson.kind(), lesson.text())));
        return List.copyOf(events);
    }

    private static PostMortemEvent verdict(UUID postMortemId, ImportedHypothesis of) {
        return switch (of.state()) {
            case SUPPORTED -> new HypothesisSupported(postMortemId, of.hypothesisId(), null, of.statedAs());
            case REFUTED -> new HypothesisRefuted(postMortemId, of.hypothesisId(), null, of.statedAs());
            case INCONCLUSIVE, PROPOSED, TESTING ->
                new HypothesisLeftInconclusive(postMortemId, of.hypothesisId(), null, of.statedAs());
        };
    }
}
