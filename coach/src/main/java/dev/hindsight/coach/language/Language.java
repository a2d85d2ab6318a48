package dev.hindsight.coach.language;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Analyses English text: sentences, words with their part of speech, clauses.
 *
 * <p>Several threads may use it. A tagger may not be used by two at once, so each call takes one that is free or makes one;
 * they share the models, and only a few are kept.
 */
public final class Language {

    private static final int KEPT = 4;

    private final Models models;
    private final BlockingQueue<Tagging> free = new ArrayBlockingQueue<>(KEPT);

    private Language(Models models) {
        this.models = models;
    }

    /** Loads the models: some hundred milliseconds, and about 12 MiB of heap that stay. */
    public static Language english() {
        return new Language(Models.load());
    }

    public Lemmas lemmas() {
        return models.lemmas();
    }

    public List<Sentence> sentences(String text) {
        var taken = free.poll();
        var tagging = taken == null ? new Tagging(models) : taken;
        var sentences = new ArrayList<Sentence>();
        for (var block : Block.of(text)) {
            for (var words : tagging.sentences(block)) {
                sentences.add(new Sentence(words, new Clauses(words, models.lemmas()).all()));
            }
        }
        free.offer(tagging);
        return sentences;
    }
}
