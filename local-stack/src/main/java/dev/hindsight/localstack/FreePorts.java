package dev.hindsight.localstack;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Finds ports on which nobody listens, for what is started a moment later. They lie below those that Linux gives to outgoing
 * connections (32768 to 60999 unless set otherwise), so that none is taken by chance in between.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int END = 32_768;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /** So many, no two the same. */
    public static List<Integer> find(int many) throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int tried = 0; held.size() < many; tried++) {
                if (tried == TRIES) {
                    throw new IOException("No %d free ports from %d to %d".formatted(many, FIRST, END - 1));
                }
                hold(RandomGenerator.getDefault().nextInt(FIRST, END)).ifPresent(held::add);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    private static Optional<ServerSocket> hold(int port) throws IOException {
        try {
            return Optional.of(new ServerSocket(port));
        } catch (BindException taken) {
            return Optional.empty();
        }
    }
}
