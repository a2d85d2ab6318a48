package dev.hindsight.folds.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechnicalWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The RPC was down | RPC",
                "Two EVMs differ | EVMs",
                "Peers on libp2p left | libp2p",
                "Since EIP-4844 blobs exist | EIP-4844",
                "An L2 stopped | L2",
                "PoS-based chains | PoS",
                "It calls getEpoch twice | getEpoch",
                "GitHub was slow | GitHub",
                "max_peers was low | max_peers",
                "set --max-peers to 50 | --max-peers",
                "the block-propagation-timeout passed | block-propagation-timeout",
                "it wrote /var/lib/geth/chaindata | /var/lib/geth/chaindata",
                "finalize() never returned | finalize()",
                "Geth v1.13.4 was affected | Geth v1.13.4",
                "Prysm 5.0.3 was not | Prysm 5.0.3",
                "a hash 0xdeadbeef42 | 0xdeadbeef42",
                "RPC/WS | RPC; WS"
            })
    void looksTechnical(String text, String words) {
        assertThat(in(text)).containsExactly(words.split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 1 March 2026 the network stopped at 16:06 KST.",
                "From 2026-03-01T12:00:00Z to 12:30Z, 2026-03-01, 01.03.2026 and 3/4.",
                "Anna McDonald, Jean-Luc DeWitt and J. R. O'Neil, PhD, agreed.",
                "See INC-2026-0042, AI-2026-0007 and SEV1.",
                "It cost $5M, €1,200.50, 3 ETH, 12.5 %, 40 gwei and 10GB within 5ms.",
                "The 1st, 2nd and 3rd time, in the 1990s, twice within 24h.",
                "Well-known end-to-end state-of-the-art day-to-day follow-up on-call.",
                "In Q3 2026 and FY26 we shall NOT do it, OK?",
                "The CEO of the US firm, e.g. the U.S. one, asked for Q&A.",
                "IMPORTANT NOTE FOR EVERYONE ON SHIFT",
                "World War II and Part IV",
                "Read https://example.test/a_b?c=EIP-1 or write to it-team@example.test, @anna or #incident-42.",
                "It ended.The next day it was back.",
                "Day-1, the top-10, phase-2, up to 50%-60%, 10+ peers, ~30 s, -5 and 2x.",
                ""
            })
    void readsLikeEverydayEnglish(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void saysWhyAndWhere() {
        assertThat(TechnicalWords.in("RPC: the RPC", List.of()))
                .containsExactly(new TechnicalWord(
                        "RPC",
                        "An acronym: say what it stands for, or add it to the glossary.",
                        List.of(new Span(0, 3, "RPC"), new Span(9, 12, "RPC"))));
    }

    @Test
    void isSilentOnWhatATermExplains() {
        assertThat(TechnicalWords.in("EIP-4844 and MEV", List.of(new Span(0, 8, "EIP-4844"))))
                .extracting(TechnicalWord::word)
                .containsExactly("MEV");
    }

    @Test
    void readsALongTextInAMoment() {
        var text = "an RPC of EIP-4844 ".repeat(8_000);

        assertThat(TechnicalWords.in(text, List.of())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a-", "A&", "1.", "a@.", "A-1", "`", "v1."})
    void passesOverOneStretchWithoutEndThatIsNoWord(String part) {
        assertThat(in(part.repeat(100_000 / part.length()) + "q and an RPC")).containsExactly("RPC");
    }

    private static List<String> in(String text) {
        return TechnicalWords.in(text, List.of()).stream()
                .map(TechnicalWord::word)
                .toList();
    }
}
