package dev.hindsight.kit.outgoing;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host, as the machine is set up to. */
@Singleton
public class HostNames {

    /** @param host a name, or an address as it stands in a URL */
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
