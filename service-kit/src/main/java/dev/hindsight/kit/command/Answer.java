package dev.hindsight.kit.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command was answered with: kept, so that it can be given again byte for byte. */
public final class Answer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    public Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
