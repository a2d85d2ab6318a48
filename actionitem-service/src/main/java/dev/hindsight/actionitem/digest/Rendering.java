package dev.hindsight.actionitem.digest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;

/** Writes a letter out, as text and as HTML. */
@Singleton
class Rendering {

    private static final String LETTER = "letter";

    private final Template text;
    private final Template html;

    Rendering(@Location("digest/text.txt") Template text, @Location("digest/html.html") Template html) {
        this.text = text;
        this.html = html;
    }

    String text(Letter letter) {
        return text.data(LETTER, letter).render();
    }

    String html(Letter letter) {
        return html.data(LETTER, letter).render();
    }
}
