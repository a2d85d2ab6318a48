package dev.hindsight.actionitem.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** A mail server that lets a test say what happens once it has a whole message. */
final class AttendedMailServer implements AutoCloseable {

    private static final String ID = "Message-ID: ";

    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Expected> expected = new LinkedBlockingQueue<>();

    private AttendedMailServer(ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::serve);
    }

    static AttendedMailServer start() throws IOException {
        return new AttendedMailServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }

    /** What happens once it has a message, before whoever sent it is told that it is taken. */
    @FunctionalInterface
    interface Moment {

        /** @param answer tells the sender */
        void comes(Answer answer) throws Exception;
    }

    /** Tells the sender that the message is taken. */
    @FunctionalInterface
    interface Answer {

        void tell() throws IOException;
    }

    private record Expected(Moment moment, CompletableFuture<Void> over) {}

    /** @return when it has happened to the next message that nothing is said of yet */
    Future<Void> next(Moment moment) {
        var next = new Expected(moment, new CompletableFuture<>());
        expected.add(next);
        return next.over;
    }

    /** The ids of all messages that it has taken, in the order in which they came. */
    List<String> taken() {
        return taken;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (SocketException e) {
                return; // it was closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One conversation, as RFC 5321 has it. */
    private void converse(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 example.test");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(client, "354 Go on");
                    take(in);
                    happen(() -> say(client, "250 2.0.0 Ok: queued"));
                } else {
                    say(client, line.startsWith("QUIT") ? "221 Bye" : "250 Ok");
                }
            }
        } catch (IOException e) {
            // a sender that is killed takes no leave
        }
    }

    private void take(BufferedReader in) throws IOException {
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The message has no end");
            }
            if (line.startsWith(ID)) {
                taken.add(line.substring(ID.length()));
            }
        }
    }

    private void happen(Answer answer) throws IOException {
        var next = expected.poll();
        if (next == null) {
            answer.tell();
            return;
        }
        try {
            next.moment.comes(answer);
            next.over.complete(null);
        } catch (Exception e) {
            next.over.completeExceptionally(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
