package dev.hindsight.kit.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::127.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b::10.1.2.3",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fdff:ffff::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsKeptForSomethingElseIsNotPublic(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1"
            })
    void whatIsNextToItIsPublic(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    /** What the platform itself knows of private addresses is never taken for public. */
    @Property(tries = 5_000)
    void agreesWithThePlatform(@ForAll @Size(4) byte[] four, @ForAll @Size(16) byte[] sixteen)
            throws UnknownHostException {
        for (var address : new InetAddress[] {InetAddress.getByAddress(four), InetAddress.getByAddress(sixteen)}) {
            if (address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()) {
                assertThat(PublicAddresses.contain(address))
                        .as(address.toString())
                        .isFalse();
            }
        }
    }

    /** However an IPv4 address is put into one of IPv6, it is no more public than by itself. */
    @Property(tries = 2_000)
    void anEmbeddedAddressIsNoMorePublicThanByItself(@ForAll @Size(4) byte[] four) throws UnknownHostException {
        var plain = InetAddress.getByAddress(four);
        var mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(four, 0, mapped, 12, 4);
        var compatible = new byte[16];
        System.arraycopy(four, 0, compatible, 12, 4);
        var translated = new byte[16];
        translated[1] = 0x64;
        translated[2] = (byte) 0xff;
        translated[3] = (byte) 0x9b;
        System.arraycopy(four, 0, translated, 12, 4);
        var sixToFour = new byte[16];
        sixToFour[0] = 0x20;
        sixToFour[1] = 0x02;
        System.arraycopy(four, 0, sixToFour, 2, 4);

        for (var form : new byte[][] {mapped, compatible, translated, sixToFour}) {
            if (!PublicAddresses.contain(plain)) {
                assertThat(PublicAddresses.contain(InetAddress.getByAddress(form)))
                        .as(plain.toString())
                        .isFalse();
            }
        }
    }
}
