package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void noTwoAreTheSameAndAllCanBeListenedOnAndNoneIsForOutgoingConnections() throws IOException {
        var ports = FreePorts.find(40);

        assertThat(ports).hasSize(40).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
        for (int port : ports) {
            try (var listening = new ServerSocket(port)) {
                assertThat(listening.isBound()).isTrue();
            }
        }
    }
}
