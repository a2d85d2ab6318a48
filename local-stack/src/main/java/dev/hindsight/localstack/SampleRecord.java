package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One real outage from {@code samples/incidents}, as the one line that the import takes. */
record SampleRecord(String id, String title, String line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<SampleRecord> all(Path checkout) throws IOException {
        var folder = checkout.resolve("samples/incidents");
        var records = new ArrayList<SampleRecord>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                var json = JSON.readTree(Files.readString(file));
                records.add(new SampleRecord(
                        json.required("id").asText(), json.required("title").asText(), json.toString()));
            }
        }
        if (records.isEmpty()) {
            throw new StackFailure("There are no samples in %s.".formatted(folder));
        }
        records.sort(Comparator.comparing(SampleRecord::id));
        return records;
    }
}
