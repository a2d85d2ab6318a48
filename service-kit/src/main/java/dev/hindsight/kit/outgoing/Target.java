package dev.hindsight.kit.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Where a request may go: an address that people named, and the addresses of its host, which were checked. Only to these
 * may it be connected, or the check says nothing.
 *
 * @param host in lower case, without a dot at its end
 */
record Target(URI address, boolean secure, String host, int port, List<InetAddress> addresses) {

    /** What is asked for at the host. */
    String path() {
        var path = address.getRawPath();
        return (path == null || path.isEmpty() ? "/" : path)
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** Where it may lead may be a secret, and is for no log. */
    @Override
    public String toString() {
        return "a target";
    }
}
