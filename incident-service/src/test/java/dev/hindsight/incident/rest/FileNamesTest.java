package dev.hindsight.incident.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is shown and handed on, whatever its sender had in mind. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "node.log,node.log",
        "../../etc/passwd,passwd",
        "C:\\logs\\node.log,node.log",
        "a\u202Egol.exe,agol.exe",
        "'a\r\nSet-Cookie: x',aSet-Cookie: x",
        "Störung № 1.log,Störung № 1.log"
    })
    void onlyTheVisibleLastPartIsTaken(String stated, String shown) {
        assertThat(FileNames.shown(stated)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"''", "..", "/", "\u0007"})
    void whatLeavesNothingIsNoName(String stated) {
        assertThat(FileNames.shown(stated)).isNull();
    }

    @Test
    void aBrowserGetsTheExactNameAndAPlainOne() {
        assertThat(FileNames.attachment("Störung \"1\"\\.log;x=\r\n"))
                .isEqualTo("attachment; filename=\"St_rung _1__.log;x=__\";"
                        + " filename*=UTF-8''St%C3%B6rung%20%221%22%5C.log%3Bx%3D%0D%0A");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(FileNames.shown("x".repeat(1_000))).hasSize(200);
    }
}
