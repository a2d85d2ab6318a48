package dev.hindsight.actionitem.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookKeyTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ONE = {1};
    private static final byte[] OTHER = {2};

    private final WebhookKey key = new WebhookKey(Optional.of("0123456789abcdef".repeat(4)));

    @Test
    void opensWhatItHasSealed() {
        assertThat(key.opened(key.sealed(SECRET, ONE), ONE)).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(key.sealed(SECRET, ONE)).isNotEqualTo(key.sealed(SECRET, ONE));
    }

    @Test
    void opensNothingForAnotherOne() {
        assertThatThrownBy(() -> key.opened(key.sealed(SECRET, ONE), OTHER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingThatAnotherKeySealed() {
        var another = new WebhookKey(Optional.of("f".repeat(64)));

        assertThatThrownBy(() -> key.opened(another.sealed(SECRET, ONE), ONE))
                .hasMessageContaining("HINDSIGHT_WEBHOOK_KEY must stay the same");
    }

    @Test
    void opensNothingThatWasAltered() {
        var sealed = key.sealed(SECRET, ONE);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> key.opened(sealed, ONE)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0123456789abcdef",
                "not hexadecimal, but sixty-four characters long; that is no key at."
            })
    void withoutAKeyNothingStarts(String text) {
        assertThatThrownBy(() -> new WebhookKey(Optional.of(text).filter(it -> !it.isEmpty())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HINDSIGHT_WEBHOOK_KEY must be 64 hexadecimal digits")
                .hasMessageContaining("openssl rand -hex 32");
    }
}
