package dev.hindsight.logkit.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Looks for secrets in all texts of a JSON document, the names of its fields included. */
public final class SecretsInJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final Secrets secrets;

    /** The words of each list around the current text: a seed phrase may be sent word by word. */
    private final Deque<StringBuilder> lists = new ArrayDeque<>();

    private SecretsInJson(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What is no JSON is looked at up to where it breaks off: whoever reads it then will refuse it. */
    public static void look(byte[] document, Secrets secrets) {
        try (var parser = JSON.createParser(document)) {
            new SecretsInJson(secrets).look(parser);
        } catch (IOException noJson) {
            // refused by its reader, which names the place
        }
    }

    private void look(JsonParser parser) throws IOException {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            var context = parser.getParsingContext();
            switch (token) {
                case START_ARRAY -> lists.push(new StringBuilder());
                case END_ARRAY -> look(lists.pop().toString(), context);
                case FIELD_NAME -> look(parser.currentName(), context.getParent());
                case VALUE_STRING -> {
                    look(
                            context.inObject() ? context.getCurrentName() + ": " + parser.getText() : parser.getText(),
                            context);
                    if (context.inArray()) {
                        lists.element().append(parser.getText()).append(' ');
                    }
                }
                default -> {
                    // no text
                }
            }
        }
    }

    private void look(String text, JsonStreamContext context) {
        var kinds = SecretText.kinds(text);
        if (!kinds.isEmpty()) {
            secrets.add(field(context), kinds);
        }
    }

    /** Its path, in which a name that is itself a secret is not repeated. */
    private static String field(JsonStreamContext context) {
        var path = path(context);
        return path.isEmpty() ? "(body)" : path;
    }

    private static String path(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        var parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        var name = context.getCurrentName();
        if (name == null) {
            return parent;
        }
        var shown = SecretText.kinds(name).isEmpty() ? name : "(name)";
        return parent.isEmpty() ? shown : parent + "." + shown;
    }
}
