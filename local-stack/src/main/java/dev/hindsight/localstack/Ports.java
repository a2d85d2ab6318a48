package dev.hindsight.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;

/** Sees to it that every port is free and used once before anything starts. */
final class Ports {

    private Ports() {}

    static void requireFree(List<Part> parts) {
        var taken = new HashMap<Integer, Settings.Port>();
        for (var part : parts) {
            for (var port : part.ports()) {
                var other = taken.putIfAbsent(port.number(), port);
                if (other != null) {
                    throw new StackFailure("%s and %s are both %d; give each a port of its own."
                            .formatted(other.variable(), port.variable(), port.number()));
                }
                requireFree(port);
            }
        }
    }

    private static void requireFree(Settings.Port port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));
        } catch (IOException taken) {
            throw new StackFailure("Port %d, which %s needs, is taken; set %s to a free one or stop what uses it."
                    .formatted(port.number(), port.owner(), port.variable()));
        }
    }
}
