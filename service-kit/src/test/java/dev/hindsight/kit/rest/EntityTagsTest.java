package dev.hindsight.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.kit.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class EntityTagsTest {

    @Property
    void aListMatchesItsVersionsAndNoOther(@ForAll @NotEmpty List<Long> versions, @ForAll long other) {
        var header = versions.stream().map(EntityTags::of).collect(Collectors.joining(" , "));
        var tags = EntityTags.ifMatch(header).orElseThrow();

        assertThat(versions).allMatch(tags::matches);
        assertThat(tags.matches(other)).isEqualTo(versions.contains(other));
    }

    @Property
    void anyTextIsUnderstoodOrRefused(@ForAll String header) {
        try {
            EntityTags.ifMatch(header);
        } catch (ProblemException e) {
            assertThat(e.problem().errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo("If-Match"));
        }
    }

    @Example
    void theStarMatchesEveryVersion() {
        assertThat(EntityTags.ifMatch("*").orElseThrow().matches(7)).isTrue();
    }

    @Example
    void noHeaderIsNoCondition() {
        assertThat(EntityTags.ifMatch(null)).isEmpty();
        assertThat(EntityTags.ifNoneMatch(null)).isEmpty();
    }

    @Example
    void aWeakTagIsEnoughToSpareAnAnswerButNotToChangeAnything() {
        assertThat(EntityTags.ifNoneMatch("W/\"7\"").orElseThrow().matches(7)).isTrue();
        assertThatThrownBy(() -> EntityTags.ifMatch("W/\"7\"")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> EntityTags.ifMatch("\"6\", W/\"7\"")).isInstanceOf(ProblemException.class);
    }

    @Example
    void whatIsNoListOfTagsIsRefused() {
        for (var header :
                List.of("", " ", "7", "\"7", "7\"", "\"7\",", ",\"7\"", "\"7\" \"8\"", "*,\"7\"", "w/\"7\"")) {
            assertThatThrownBy(() -> EntityTags.ifMatch(header)).as(header).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> EntityTags.ifNoneMatch(header)).as(header).isInstanceOf(ProblemException.class);
        }
    }
}
