package dev.hindsight.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eight leaves that certificate transparency has always been tested with, and their published answers. */
class KnownAnswersTest {

    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @Test
    void theEmptyTree() {
        assertThat(new KeptHashes().tree().root().base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void roots(int size, String root) {
        assertThat(tree(size).root().toString()).isEqualTo(root);
    }

    @Test
    void inclusion() {
        assertThat(tree(8).inclusion(5))
                .hasToString("[bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b, "
                        + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0, "
                        + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7]");
        assertThat(tree(3).inclusion(2))
                .hasToString("[fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125]");
        assertThat(tree(1).inclusion(0)).isEmpty();
    }

    @Test
    void consistency() {
        assertThat(tree(8).consistency(6))
                .hasToString("[0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a, "
                        + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0, "
                        + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7]");
        assertThat(tree(5).consistency(2))
                .hasToString("[5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e, "
                        + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b]");
    }

    private static MerkleTree tree(int size) {
        var kept = new KeptHashes();
        kept.add(leaves().limit(size).toList());
        return kept.tree();
    }

    private static Stream<Hash> leaves() {
        return ENTRIES.stream().map(HexFormat.of()::parseHex).map(Hash::leaf);
    }
}
