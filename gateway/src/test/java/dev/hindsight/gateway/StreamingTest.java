package dev.hindsight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What takes long is passed on as it comes, in either direction, and never waits for its own end. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class StreamingTest {

    @Test
    void bringsTheFirstLineBeforeTheLastIsProduced() throws IOException {
        try (var call = new Call("GET /api/incidents/lines", "")) {
            assertThat(call.lineStartingWith("{")).isEqualTo("{\"line\":1}");

            Surroundings.service().goOn();

            assertThat(call.lineStartingWith("{")).isEqualTo("{\"line\":2}");
        }
    }

    @Test
    void carriesTheBeginningOfAnUploadBeforeItsEndIsSent() throws IOException {
        try (var call = new Call("POST /api/incidents/import", "Content-Length: 12\r\n")) {
            call.send("first\n");
            assertThat(call.lineStartingWith("f")).isEqualTo("first");

            call.send("last.\n");
            assertThat(call.lineStartingWith("l")).isEqualTo("last.");
        }
    }

    @Test
    void carriesAnUploadOfUnknownLengthTheSameWay() throws IOException {
        try (var call = new Call("POST /api/incidents/import", "Transfer-Encoding: chunked\r\n")) {
            call.send("6\r\nfirst\n\r\n");
            assertThat(call.lineStartingWith("f")).isEqualTo("first");

            call.send("6\r\nlast.\n\r\n0\r\n\r\n");
            assertThat(call.lineStartingWith("l")).isEqualTo("last.");
        }
    }

    /** One request whose body and answer come in pieces. */
    private static final class Call implements AutoCloseable {

        private final Socket socket = new Socket("localhost", Surroundings.port());
        private final BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Call(String methodAndPath, String headers) throws IOException {
            socket.setSoTimeout(20_000);
            send("%s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n%s\r\n"
                    .formatted(methodAndPath, Surroundings.port(), Wire.bearer("responder"), headers));
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Skips the head and the sizes of chunks. */
        String lineStartingWith(String start) throws IOException {
            for (var line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith(start)) {
                    return line;
                }
            }
            throw new AssertionError("the answer ended");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
