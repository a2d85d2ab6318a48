package dev.hindsight.kit.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which addresses are reachable by everybody: those that the registries of special-purpose addresses of IANA do not
 * keep for something else, in whichever form an IPv4 address is written into an IPv6 one.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>
 */
final class PublicAddresses {

    private static final List<Range> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind the address translation of a carrier
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, where clouds tell a machine its secrets
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    /** What is not in here is loopback, unspecified, mapped, compatible, unique-local, link-local, multicast or nobody's. */
    private static final Range GLOBAL_UNICAST = range("2000::/3");

    /** The last four bytes are the IPv4 address that a translator passes it on to (RFC 6052). */
    private static final Range TRANSLATED = range("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        if (TRANSLATED.contains(bytes)) {
            return contain(lastFour(bytes));
        }
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(bytes))
                && NOT_PUBLIC.stream().noneMatch(range -> range.contains(bytes));
    }

    private static InetAddress lastFour(byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static List<Range> ranges(String... texts) {
        return Stream.of(texts).map(PublicAddresses::range).toList();
    }

    private static Range range(String text) {
        var parts = text.split("/", 2);
        return new Range(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    /** The addresses that begin with the same bits. */
    private record Range(InetAddress first, int bits) {

        boolean contains(byte[] address) {
            var prefix = first.getAddress();
            if (address.length != prefix.length) {
                return false;
            }
            int bytes = bits / 8;
            int mask = 0xff << (8 - bits % 8) & 0xff;
            return Arrays.equals(address, 0, bytes, prefix, 0, bytes)
                    && (bits % 8 == 0 || ((address[bytes] ^ prefix[bytes]) & mask) == 0);
        }
    }
}
