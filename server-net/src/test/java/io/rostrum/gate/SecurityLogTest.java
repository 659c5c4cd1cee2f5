package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityLogTest {
    private static final Network EVE = new Network("192.0.2.7");

    private final FakeClock clock = new FakeClock();
    private final List<String> lines = new ArrayList<>();
    private final SecurityLog log = new SecurityLog(lines::add, clock::nanos);

    @Test
    void anEventIsOneLineOfNamesAndValues() {
        log.tell(Event.REFUSED, EVE, "what", "join", "why", "bad-host-key");
        assertThat(lines)
                .containsExactly("event=refused from=192.0.2.7 what=join why=bad-host-key");
    }

    @Test
    void whatAStrangerSaysMakesNoSecondLineAndNoOtherEvent() {
        log.tell(
                Event.REFUSED,
                EVE,
                "room",
                "x\nevent=removed from=1.2.3.4 \u202e\u0000é",
                "why",
                "");
        assertThat(lines)
                .containsExactly(
                        "event=refused from=192.0.2.7 room=x?event?removed?from?1.2.3.4????"
                                + " why=-");
    }

    @Test
    void aFloodIsCountedInsteadOfWritten() {
        for (int i = 0; i < 1000; i++) {
            log.tell(Event.LIMITED, EVE, "what", "entry");
        }
        assertThat(lines).hasSize(50);
        clock.advance(Duration.ofSeconds(1));
        log.tell(Event.MUTED, EVE);
        assertThat(lines.getLast()).isEqualTo("event=muted from=192.0.2.7 left-out-before=950");
        log.tell(Event.MUTED, EVE);
        assertThat(lines.getLast()).isEqualTo("event=muted from=192.0.2.7");
    }
}
