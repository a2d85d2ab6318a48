package dev.hindsight.localstack.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages as HTML, with whatever comes out of messages escaped. */
final class Html {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern URL = Pattern.compile("\\bhttps?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");

    /** What the HTML of a message may do: open a page elsewhere where somebody follows a link, and nothing more. */
    static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    /** The first base counts, whatever the message says: its links open pages of their own. */
    private static final String LINKS_LEAD_ON = "<!DOCTYPE html><base target=\"_blank\">";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%s</title>
              <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private static final String LIST = """
            <h1>Mail</h1>
            <p>What this installation of Hindsight has sent. It was delivered to nobody.</p>
            %s""";

    private static final String ROW = """
              <li>
                <a href="/messages/%s">%s</a>
                <span>to %s</span>
                <span>%s</span>
              </li>
            """;

    private static final String MESSAGE = """
            <p><a href="/">All mail</a></p>
            <h1>%s</h1>
            <dl>
              <dt>From</dt><dd>%s</dd>
              <dt>To</dt><dd>%s</dd>
              <dt>Sent</dt><dd>%s</dd>
            </dl>
            %s<p><a href="/messages/%s.eml">The message as it came</a></p>
            """;

    private Html() {}

    /** @param messages by their names, in the order to show them */
    static String list(Map<String, ReadMessage> messages) {
        var rows = messages.entrySet().stream()
                .map(message -> ROW.formatted(
                        message.getKey(),
                        escaped(message.getValue().subject()),
                        escaped(message.getValue().to()),
                        time(message.getValue().sentAt())))
                .collect(Collectors.joining());
        return PAGE.formatted(
                "Mail", LIST.formatted(rows.isEmpty() ? "<p>None yet.</p>\n" : "<ul>\n%s</ul>\n".formatted(rows)));
    }

    static String message(String name, ReadMessage message) {
        var text = message.text() == null ? "" : "<h2>As text</h2>\n<pre>%s</pre>\n".formatted(linked(message.text()));
        var html = message.html() == null
                ? ""
                : "<h2>As HTML</h2>\n<iframe sandbox=\"%s\" title=\"The message as HTML\" src=\"/messages/%s.html\">"
                                .formatted(SANDBOX, name)
                        + "</iframe>\n";
        return PAGE.formatted(
                escaped(message.subject()),
                MESSAGE.formatted(
                        escaped(message.subject()),
                        escaped(message.from()),
                        escaped(message.to()),
                        time(message.sentAt()),
                        text + html,
                        name));
    }

    /** The message as HTML, to be shown in the sandbox. */
    static String inSandbox(ReadMessage message) {
        return LINKS_LEAD_ON + Objects.requireNonNullElse(message.html(), "");
    }

    static String notFound() {
        return PAGE.formatted("Not found", "<h1>Not found</h1>\n<p><a href=\"/\">All mail</a></p>\n");
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "at no stated time" : TIME.format(time);
    }

    private static String linked(String text) {
        var linked = new StringBuilder();
        int done = 0;
        for (var url = URL.matcher(text); url.find(); done = url.end()) {
            linked.append(escaped(text.substring(done, url.start())));
            linked.append(
                    "<a href=\"%1$s\" target=\"_blank\" rel=\"noopener\">%1$s</a>".formatted(escaped(url.group())));
        }
        return linked.append(escaped(text.substring(done))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
