package dev.hindsight.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is written from the code: a copy that is out of date fails the build. */
record WrittenFile(Path path) {

    /** Writes the file when asked to ({@code ./hindsight docs}); else holds it against the code. */
    void mustSay(String expected) throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, expected);
            return;
        }
        assertThat(path).as("it is written by: ./hindsight docs").exists();
        assertThat(Files.readString(path))
                .as("%s no longer says what the code says; run: ./hindsight docs", path)
                .isEqualTo(expected);
    }
}
