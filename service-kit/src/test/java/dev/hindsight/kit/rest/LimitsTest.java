package dev.hindsight.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.kit.problem.ProblemException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Property
    void everyNumberFrom1To200IsALimit(@ForAll @IntRange(min = 1, max = 200) int limit) {
        assertThat(Limits.parse(Integer.toString(limit))).isEqualTo(limit);
    }

    @Example
    void withoutALimitAPageHas50Rows() {
        assertThat(Limits.parse(null)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "201", "-1", "+5", "007", "1.0", "ten", " 5", "99999999999"})
    void anyOtherTextIsRefused(String limit) {
        assertThatThrownBy(() -> Limits.parse(limit)).isInstanceOf(ProblemException.class);
    }
}
