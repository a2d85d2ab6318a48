package dev.hindsight.coach.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * Words in a row, as in {@code be to blame for? <human>}.
 *
 * <p>{@code a|b} is any form of one of these, {@code @list} of a list, {@code <human>} a phrase about people, {@code <others>} about people who
 * are not the writer, {@code <owner>}
 * people to whom something belongs, {@code =VERB} a part of speech, {@code ~3} up to three words of any kind, {@code ^} the
 * head of the sentence, and {@code ?} after one of them that it may be missing.
 */
public record PhrasePattern(List<Element> elements) {

    /** One word, or what stands for some. */
    record Element(String what, boolean optional) {

        boolean isGap() {
            return what.startsWith("~");
        }

        int gap() {
            return Integer.parseInt(what.substring(1));
        }

        List<String> alternatives() {
            return Arrays.asList(what.split("\\|"));
        }
    }

    @JsonCreator
    public static PhrasePattern of(String text) {
        return new PhrasePattern(Arrays.stream(text.split(" "))
                .map(word -> word.length() > 1 && word.endsWith("?")
                        ? new Element(word.substring(0, word.length() - 1), true)
                        : new Element(word, false))
                .toList());
    }

    /** As it stands in the file. */
    @JsonValue
    public String written() {
        return String.join(
                " ",
                elements.stream()
                        .map(element -> element.what() + (element.optional() ? "?" : ""))
                        .toList());
    }
}
