package dev.hindsight.coach.actors;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The words by which people and machines are told apart.
 *
 * @param teamsWithoutArticle teams only where no article makes a thing of them: "infrastructure never answers"
 * @param notPeopleAfter what makes a machine of a role, as "package" of "manager"
 * @param technicalNames capitalised names that are products and protocols
 * @param commonWords capitalised at the head of a sentence, without being names
 */
record Vocabulary(
        Set<String> people,
        Set<String> titles,
        Set<String> roles,
        Set<String> teams,
        Set<String> teamsWithoutArticle,
        Set<String> suppliers,
        Set<String> perhapsPeople,
        Set<String> notPeopleAfter,
        Set<String> technicalNames,
        Set<String> commonWords) {

    static Vocabulary shipped() {
        try (var file = Vocabulary.class.getResourceAsStream("/dev/hindsight/coach/vocabulary.json")) {
            return new ObjectMapper().readValue(file, Vocabulary.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
