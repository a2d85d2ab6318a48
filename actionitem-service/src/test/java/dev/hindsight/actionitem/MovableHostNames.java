package dev.hindsight.actionitem;

import dev.hindsight.kit.outgoing.HostNames;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of hosts as the service under test finds them: that of the receivers of a test, and what a test adds. */
@Alternative
@Priority(1)
@Singleton
public class MovableHostNames extends HostNames {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>(Map.of("receiver.test", "127.0.0.1"));

    /** From now on the host has this address. */
    static void move(String host, String address) {
        ADDRESSES.put(host, address);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        return ADDRESSES.containsKey(host)
                ? List.of(InetAddress.ofLiteral(ADDRESSES.get(host)))
                : super.addresses(host);
    }
}
