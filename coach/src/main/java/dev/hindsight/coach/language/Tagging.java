package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.Span;

/** Splits a block into sentences and words and tags each word; for one thread at a time. */
final class Tagging {

    /** What models cannot tell apart any more is cut here: no sentence of a person is that long. */
    private static final int LONGEST = 200;

    private final SentenceDetectorME sentences;
    private final TokenizerME tokens;
    private final POSTaggerME tags;
    private final Lemmas lemmas;

    Tagging(Models models) {
        sentences = new SentenceDetectorME(models.sentences());
        tokens = new TokenizerME(models.words());
        tags = new POSTaggerME(models.tags());
        lemmas = models.lemmas();
    }

    List<List<Word>> sentences(Block block) {
        var all = new ArrayList<List<Word>>();
        for (var sentence : sentences.sentPosDetect(block.text())) {
            var spans = tokens(block.text(), sentence);
            for (int from = 0; from < spans.size(); from += LONGEST) {
                all.add(words(block, spans.subList(from, Math.min(spans.size(), from + LONGEST))));
            }
        }
        return all;
    }

    private List<Span> tokens(String text, Span sentence) {
        var spans = new ArrayList<Span>();
        for (var token : tokens.tokenizePos(text.substring(sentence.getStart(), sentence.getEnd()))) {
            int start = sentence.getStart() + token.getStart();
            Marks.apart(text, start, sentence.getStart() + token.getEnd(), spans);
        }
        return spans;
    }

    private List<Word> words(Block block, List<Span> spans) {
        var texts = spans.stream()
                .map(span -> block.text().substring(span.getStart(), span.getEnd()))
                .toArray(String[]::new);
        var tagged = tags.tag(texts);
        var words = new ArrayList<Word>();
        for (int i = 0; i < texts.length; i++) {
            addWords(texts[i], tagged[i], block.start() + spans.get(i).getStart(), words);
        }
        return Corrections.of(words);
    }

    /** "didn't" is two words, tagged {@code AUX+PART}. */
    private void addWords(String text, String tag, int start, List<Word> words) {
        int cut = Contractions.cut(text);
        var parts = tag.split("\\+");
        if (cut == 0) {
            words.add(word(text, parts[0], start));
            return;
        }
        var host = text.substring(0, cut);
        var rest = text.substring(cut);
        words.add(word(host, parts[0], start));
        words.add(word(rest, Contractions.tag(rest, parts), start + cut));
    }

    private Word word(String text, String tag, int start) {
        var lower = text.toLowerCase(Locale.ROOT);
        return new Word(text, lower, tag, lemmas.of(lower), start, start + text.length());
    }
}
