package dev.hindsight.benchmarks.coach;

import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import dev.hindsight.coach.Coach;
import dev.hindsight.coach.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How long a paragraph of about 100 words takes once the machine is warm, and how much of it is OpenNLP. */
final class CheckTimes {

    private static final String SECTION = "A paragraph of about 100 words, one thread";
    private static final int WORDS = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<String> paragraphs;
    private final int rounds;

    CheckTimes(List<LabelledSentence> sentences, int rounds) {
        paragraphs = paragraphs(sentences);
        this.rounds = rounds;
    }

    void measure(Coach coach, Figures figures) {
        var language = Language.english();
        times(language::sentences);
        times(paragraph -> coach.check(paragraph, List.of()));
        var analysed = times(language::sentences);
        var checked = times(paragraph -> coach.check(paragraph, List.of()));
        var p50 = figures.add(Figure.of(SECTION, "check, p50", at(checked, 0.50), "ms"));
        figures.add(Figure.of(SECTION, "check, p95", at(checked, 0.95), "ms").atMost(20));
        figures.add(Figure.of(SECTION, "splitting, tagging, clauses, p50", at(analysed, 0.50), "ms")
                .comparedWith(p50));
    }

    private List<Long> times(Consumer<String> work) {
        var times = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            for (var paragraph : paragraphs) {
                long before = System.nanoTime();
                work.accept(paragraph);
                times.add(System.nanoTime() - before);
            }
        }
        times.sort(null);
        return times;
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / NANOS_PER_MILLI;
    }

    private static List<String> paragraphs(List<LabelledSentence> sentences) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (var sentence : sentences) {
            paragraph.append(sentence.text()).append(' ');
            if (paragraph.toString().split(" ", -1).length > WORDS) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        return paragraphs;
    }
}
