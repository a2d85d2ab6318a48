package dev.hindsight.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.systemtests.authorization.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person should not have sent is kept nowhere, also not in what the services write about themselves. */
class SecretsInLogsTest {

    private static final String PRIVATE_KEY = "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    @Test
    void aPrivateKeyThatIsRefusedIsInNoLog() throws IOException {
        var answer = Person.named("responder")
                .post(RunningStack.GATEWAY + "/api/incidents", "application/json", """
                        {"title":"The signer used private key %s","severity":"SEV3","team":"chain-core"}""".formatted(PRIVATE_KEY));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(PRIVATE_KEY);
        try (var logs = Files.list(RunningStack.logs())) {
            assertThat(logs.toList())
                    .isNotEmpty()
                    .noneSatisfy(log -> assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                            .contains(PRIVATE_KEY.substring(2)));
        }
    }
}
