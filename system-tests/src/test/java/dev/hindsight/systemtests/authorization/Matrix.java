package dev.hindsight.systemtests.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code docs/authorization.md}, which people read too: a section per kind of incident, a row per endpoint. */
final class Matrix {

    private static final Path PAGE = Path.of("..", "docs", "authorization.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) (/\\S*)` +\\|(.+)\\|");
    private static final Set<String> QUESTIONS = Set.of("/api/coach/check", "/api/glossary/lookups");
    private static final String FIRST_COLUMN = "request";

    private Matrix() {}

    /**
     * One row.
     *
     * @param about the heading above it
     * @param expected what each of the people at the head of the table is answered: a status, or {@code listed} or
     *     {@code hidden}
     */
    record Row(String about, String verb, String path, Map<String, String> expected) {

        String endpoint() {
            return verb + " " + path;
        }

        boolean isAboutAnIncident() {
            return about.equals("OPEN") || about.equals("TEAM") || about.startsWith("RESTRICTED");
        }

        /** Whether an action item is asked for. */
        boolean isAboutActionItem() {
            return isAboutAnIncident() && (path.startsWith("/api/action-items") || path.startsWith("/action-items"));
        }

        boolean isAboutPostMortem() {
            return isAboutAnIncident() && path.startsWith("/api/postmortems");
        }

        /** A question that has to be sent, because it is too long for an address. */
        boolean isAQuestion() {
            return verb.equals("GET") || QUESTIONS.contains(path);
        }

        @Override
        public String toString() {
            return about + ": " + endpoint();
        }
    }

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var about = "";
        var people = List.<String>of();
        for (var line : lines()) {
            var row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                about = line.substring(3);
            } else if (line.startsWith("| " + FIRST_COLUMN)) {
                people = cells(line.substring(1)).skip(1).toList();
            } else if (row.matches()) {
                rows.add(new Row(about, row.group(1), row.group(2), expected(people, line, row.group(3))));
            }
        }
        return rows;
    }

    private static Map<String, String> expected(List<String> people, String line, String cells) {
        // a star leads to a remark below the table
        var answers = cells(cells).map(cell -> cell.replace("*", "")).toList();
        if (answers.size() != people.size()) {
            throw new IllegalStateException(
                    "%d people but %d answers: %s".formatted(people.size(), answers.size(), line));
        }
        var expected = new LinkedHashMap<String, String>();
        for (int i = 0; i < people.size(); i++) {
            expected.put(people.get(i), answers.get(i));
        }
        return expected;
    }

    private static Stream<String> cells(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).filter(cell -> !cell.isEmpty());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
