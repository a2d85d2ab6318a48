package dev.hindsight.kit.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private final Targets targets = new Targets(new HostNames(), Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "https://LOCALHOST./hooks",
                "http://[::1]:8080/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://10.1.2.3:9200/"
            })
    void aHostThatIsNotPublicIsRefused(String address) {
        assertThatThrownBy(() -> targets.check(address))
                .isInstanceOf(TargetRefusedException.class)
                .hasMessage("Its host is in a network that is not public.");
    }

    /** Other programs read these as 127.0.0.1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.1./",
                "http://127.0.0.0x1/",
                "http://00000127.0.0.1/",
                "http://127.0.0.256/"
            })
    void aHostThatIsANumberInAnotherFormIsRefused(String address) {
        assertThatThrownBy(() -> targets.check(address)).isInstanceOf(TargetRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:https://example.org/x!/",
                "https:example.org",
                "https:///hooks",
                "https://user@example.org/",
                "https://user:password@example.org/",
                "https://@example.org/",
                "https://example.org@127.0.0.1/",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org:443:80/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[::1/",
                "http://under_score.example.org/",
                "http://bücher.example/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://ⓛocalhost/",
                "http://exam ple.org/",
                "http://example.org/\r\nX-Other: 1",
                "http://example.org\\@127.0.0.1/"
            })
    void whatIsNoPlainAddressIsRefused(String address) {
        assertThatThrownBy(() -> targets.check(address))
                .isInstanceOf(TargetRefusedException.class)
                .hasMessageNotContaining("example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://93.184.215.14, 443, /",
        "http://93.184.215.14, 80, /",
        "HTTPS://93.184.215.14:8443/a/b?c=%20d#e, 8443, /a/b?c=%20d",
        "https://[2606:4700:4700::1111]/hooks, 443, /hooks"
    })
    void aPublicAddressIsATarget(String address, int port, String path) throws TargetRefusedException {
        var target = targets.resolved(address);

        assertThat(target.port()).isEqualTo(port);
        assertThat(target.path()).isEqualTo(path);
    }

    @Test
    void oneAddressThatIsNotPublicIsOneTooMany() {
        var mixed =
                new Targets(new Names(Map.of("mixed.test", List.of("93.184.215.14", "10.0.0.1"))), Optional.empty());

        assertThatThrownBy(() -> mixed.check("https://mixed.test/"))
                .hasMessage("Its host is in a network that is not public.");
    }

    @Test
    void aHostThatIsNotFoundIsRefused() {
        var none = new Targets(new Names(Map.of()), Optional.empty());

        assertThatThrownBy(() -> none.check("https://nowhere.test/"))
                .isInstanceOf(TargetRefusedException.class)
                .hasMessage("Its host is not found.");
    }

    @ParameterizedTest
    @CsvSource({
        "receiver.test, http://receiver.test/, true",
        "receiver.test, http://RECEIVER.test.:81/, true",
        "receiver.test:81, http://receiver.test:81/, true",
        "receiver.test:81, http://receiver.test/, false",
        "receiver.test:443, https://receiver.test/, true",
        "other.test, http://receiver.test/, false",
        "test, http://receiver.test/, false",
        "127.0.0.1, http://receiver.test/, false"
    })
    void aHostIsAllowedByItsNameAndPort(String allowed, String address, boolean goes) {
        var some = new Targets(
                new Names(Map.of("receiver.test", List.of("127.0.0.1"), "receiver.test.", List.of("127.0.0.1"))),
                Optional.of(List.of(" " + allowed, "")));

        if (goes) {
            assertThatCode(() -> some.check(address)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> some.check(address)).isInstanceOf(TargetRefusedException.class);
        }
    }

    /** Names that only this test knows, so that no others can have been asked. */
    static final class Names extends HostNames {

        private final Map<String, List<String>> known;

        Names(Map<String, List<String>> known) {
            this.known = known;
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            if (!known.containsKey(host)) {
                throw new UnknownHostException(host);
            }
            return known.get(host).stream().map(InetAddress::ofLiteral).toList();
        }
    }
}
