package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private final Stopping stopping = new Stopping();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void whatWasTakenLastIsGivenBackFirst() {
        stopping.first(() -> stopped.add("disk"));
        stopping.first(() -> stopped.add("port"));
        stopping.run();
        assertThat(stopped).containsExactly("port", "disk");
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthers() {
        stopping.first(() -> stopped.add("disk"));
        stopping.first(() -> {
            throw new IOException("as the test wants it");
        });
        stopping.first(() -> {
            throw new IllegalStateException("as the test wants it");
        });
        stopping.run();
        assertThat(stopped).containsExactly("disk");
    }

    @Test
    void aSecondStopFindsNothingLeft() {
        stopping.first(() -> stopped.add("disk"));
        stopping.run();
        stopping.run();
        assertThat(stopped).containsExactly("disk");
    }

    @Test
    void whoIsInterruptedGivesTheRestBackAndStaysInterrupted() {
        stopping.first(() -> stopped.add("disk"));
        stopping.first(() -> {
            throw new InterruptedException();
        });
        stopping.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).containsExactly("disk");
    }
}
