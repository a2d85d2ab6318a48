package dev.hindsight.actionitem.table;

import dev.hindsight.actionitem.overview.ActionItemOverview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Writes rows of the list as comma-separated values (RFC 4180), under the names that the fields have in JSON. */
public final class ActionItemTable {

    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    /** A spreadsheet takes a cell that begins so for a formula, which may fetch or send whatever it likes. */
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

    private static final List<Column> COLUMNS = List.of(
            new Column("actionItemId", ActionItemOverview::actionItemId),
            new Column("reference", ActionItemOverview::reference),
            new Column("title", ActionItemOverview::title),
            new Column("status", ActionItemOverview::status),
            new Column("team", ActionItemOverview::team),
            new Column("owner", ActionItemOverview::owner),
            new Column("due", ActionItemOverview::due),
            new Column("overdue", ActionItemOverview::overdue),
            new Column("gaps", ActionItemOverview::gaps),
            new Column("blockedSince", ActionItemOverview::blockedSince),
            new Column("roadblock", ActionItemOverview::roadblock),
            new Column("deferredUntil", ActionItemOverview::deferredUntil),
            new Column("kind", ActionItemOverview::kind),
            new Column("strength", ActionItemOverview::strength),
            new Column("priority", ActionItemOverview::priority),
            new Column("executive", ActionItemOverview::executive),
            new Column("doneWhen", ActionItemOverview::doneWhen),
            new Column("measure", ActionItemOverview::measure),
            new Column("factors", ActionItemOverview::factors),
            new Column("recurrences", ActionItemOverview::recurrences),
            new Column("postMortemId", ActionItemOverview::postMortemId),
            new Column("incidentIds", ActionItemOverview::incidentIds),
            new Column("openedAt", ActionItemOverview::openedAt),
            new Column("version", ActionItemOverview::version));

    private ActionItemTable() {}

    private record Column(String name, Function<ActionItemOverview, @Nullable Object> value) {}

    /** With a row of names first; what a row does not have is an empty cell. */
    public static String csv(List<ActionItemOverview> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, RFC_4180)) {
            printer.printRecord(COLUMNS.stream().map(Column::name));
            for (var row : rows) {
                printer.printRecord(
                        COLUMNS.stream().map(column -> cell(column.value().apply(row))));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(" "));
            default -> harmless(value.toString());
        };
    }

    /** An apostrophe has spreadsheets take the cell for the text that it is. */
    private static String harmless(String text) {
        return text.isEmpty() || FORMULAS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
