package dev.hindsight.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CursorTest {

    @Property
    void aCursorComesBackAsItWas(@ForAll List<String> values) {
        Assume.that(values.stream().noneMatch(value -> value.contains("\0")));
        var cursor = new Cursor(values);

        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(cursor.text(), values.size())).contains(cursor);
    }

    @Property
    void anythingElseIsRefused(@ForAll String text) {
        assertRefused(text, 1);
    }

    @Property
    void aTamperedCursorIsRefusedOrAnotherCursorInItsOneForm(@ForAll String value, @ForAll int at, @ForAll char other) {
        var text = new StringBuilder(Cursor.of(value).text());
        text.setCharAt(Math.floorMod(at, text.length()), other);

        try {
            assertThat(Cursor.parse(text.toString(), 1).orElseThrow().text()).isEqualTo(text.toString());
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    @Property
    void aCursorOfAnotherListIsRefused(@ForAll List<String> values, @ForAll int size) {
        Assume.that(values.size() != size);

        assertRefused(new Cursor(values).text(), size);
    }

    @Example
    void otherJsonIsRefused() {
        for (var json : List.of("null", "[null]", "[1]", "{}", "\"x\"", "[\"x\"] ", "[[\"x\"]]", "[\"x\"]]")) {
            assertRefused(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8)), 1);
        }
    }

    @Example
    void whatNoRowCanHoldIsRefused() {
        assertRefused(Cursor.of("a\0b").text(), 1);
    }

    @Example
    void noCursorIsTheFirstPage() {
        assertThat(Cursor.parse(null, 2)).isEmpty();
    }

    private static void assertRefused(String text, int size) {
        assertThatThrownBy(() -> Cursor.parse(text, size))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo("cursor")));
    }
}
