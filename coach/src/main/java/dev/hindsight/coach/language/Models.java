package dev.hindsight.coach.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/** What Apache OpenNLP has learnt of English, from its own jars; it may be shared by threads. */
record Models(SentenceModel sentences, TokenizerModel words, POSModel tags, Lemmas lemmas) {

    /** Trained on the English Web Treebank of Universal Dependencies; the names are those inside the model jars. */
    private static final String NAME = "/opennlp-en-ud-ewt-%s-1.3-2.5.4.bin";

    static Models load() {
        try (var sentences = open("sentence");
                var words = open("tokens");
                var tags = open("pos")) {
            return new Models(
                    new SentenceModel(sentences), new TokenizerModel(words), new POSModel(tags), Lemmas.shipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String kind) {
        var name = NAME.formatted(kind);
        var stream = Models.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        return stream;
    }
}
