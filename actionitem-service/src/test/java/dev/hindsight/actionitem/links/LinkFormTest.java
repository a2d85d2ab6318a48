package dev.hindsight.actionitem.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFormTest {

    private static final String ISSUE = "https://github.com/Chain-Core/node/issues/7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ISSUE,
                "https://GitHub.com/Chain-Core/node/issues/7",
                "HTTPS://github.com/Chain-Core/node/issues/7/",
                "http://github.com/Chain-Core/node/issues/7//",
                "https://github.com:443/Chain-Core/node/issues/7",
                "https://github.com/Chain-Core/node/issues/7#issuecomment-17",
                "https://github.com/Chain-Core/node/issues/7?notification_referrer_id=1#issuecomment-17",
                "https://github.com/chain-core/Node/issues/7",
                " https://github.com/Chain-Core/node/issues/7 "
            })
    void leadsToTheSame(String url) {
        assertThat(LinkForm.digest(url)).isEqualTo(LinkForm.digest(ISSUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/Chain-Core/node/issues/77",
                "https://github.com/Chain-Core/node/issues",
                "https://github.com/Chain-Core/node/Issues/7",
                "https://github.com.example.org/Chain-Core/node/issues/7?page=2",
                "https://github.com:8443/Chain-Core/node/issues/7",
                "https://github.com.example.org/Chain-Core/node/issues/7",
                "https://example.org/https://github.com/Chain-Core/node/issues/7",
                "chain-core/node#7"
            })
    void leadsElsewhere(String url) {
        assertThat(LinkForm.digest(url)).isNotEqualTo(LinkForm.digest(ISSUE));
    }
}
