package dev.hindsight.benchmarks.coach;

import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.coach.Coach;
import dev.hindsight.coach.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the coach makes of the sentences of one split, beside what people say of them. */
final class Verdicts {

    private final String split;
    private final List<Verdict> all;

    private record Verdict(LabelledSentence sentence, List<Finding> findings) {

        boolean isFound() {
            return !findings.isEmpty();
        }

        boolean isMiss() {
            return isFound() != sentence.isBlameful();
        }

        String told() {
            var rules = findings.stream()
                    .map(finding -> "%s: “%s”".formatted(finding.rule(), finding.quote()))
                    .collect(Collectors.joining("; "));
            return "  %-6s %-14s %s%s"
                    .formatted(
                            sentence.id(),
                            isFound() ? "found wrongly" : "not found",
                            sentence.text(),
                            isFound() ? "  (" + rules + ")" : "  (" + String.join(", ", sentence.categories()) + ")");
        }
    }

    Verdicts(String split, List<LabelledSentence> sentences, Coach coach) {
        this.split = split;
        all = sentences.stream()
                .filter(sentence -> sentence.split().equals(split))
                .map(sentence -> new Verdict(sentence, coach.check(sentence.text(), List.of())))
                .toList();
    }

    void addTo(Figures figures) {
        double found = all.stream().filter(Verdict::isFound).count();
        double blameful =
                all.stream().filter(verdict -> verdict.sentence().isBlameful()).count();
        double rightly = all.stream()
                .filter(Verdict::isFound)
                .filter(verdict -> verdict.sentence().isBlameful())
                .count();
        var section = "Sentences, " + split;
        figures.add(Figure.of(section, "labelled", all.size(), "sentences"));
        figures.add(Figure.of(section, "of them blameful", blameful, "sentences"));
        var precision = Figure.of(section, "precision", rightly / found, "of 1");
        var recall = Figure.of(section, "recall", rightly / blameful, "of 1");
        figures.add(isDemanded() ? precision.atLeast(0.90) : precision);
        figures.add(isDemanded() ? recall.atLeast(0.85) : recall);
    }

    /** Nothing is demanded of sentences that only tell what to expect. */
    private boolean isDemanded() {
        return !split.equals("fresh");
    }

    Stream<String> misses() {
        return all.stream().filter(Verdict::isMiss).map(Verdict::told);
    }
}
