package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomGainTest extends RoomHarness {
    private final FakeClient host = joinHost();
    private final FakeClient ana = joinSending("Ana");

    private static ClientMessage gain(FakeClient whom, int decibels) {
        return new ClientMessage.Gain(null, whom.you(), decibels);
    }

    @Test
    void theHostTurnsSomebodyDownForEverybodyAndHeIsTold() {
        say(host, gain(ana, -12));
        assertThat(media.of(ana).decibels).isEqualTo(-12);
        assertThat(media.of(host).decibels).isZero();
        assertThat(ana.room().participants().getLast().audio().gain()).isEqualTo(-12);
    }

    @Test
    void nobodyButTheHostTurnsAnybodyDownOrUpHimselfNeither() {
        assertRefused(ana, gain(host, -20), ProblemCode.NOT_HOST);
        assertRefused(ana, gain(ana, 6), ProblemCode.NOT_HOST);
        assertThat(media.of(host).decibels).isZero();
    }

    @Test
    void whatIsOutOfBoundsIsRefusedAndChangesNothing() {
        say(host, gain(ana, 6));
        assertRefused(host, gain(ana, 7), ProblemCode.BAD_MESSAGE);
        assertRefused(host, gain(ana, -21), ProblemCode.BAD_MESSAGE);
        assertRefused(host, gain(ana, Integer.MIN_VALUE), ProblemCode.BAD_MESSAGE);
        assertThat(media.of(ana).decibels).isEqualTo(6);
    }

    @Test
    void nobodyIsTurnedDownWhoIsNotThere() {
        ClientMessage foreign = new ClientMessage.Gain(null, "p99", -6);
        assertRefused(host, foreign, ProblemCode.UNKNOWN_PARTICIPANT);
    }

    @Test
    void whoComesBackToHisSeatIsAsLoudAsBeforeWhateverHappenedToHisMicrophone() {
        say(host, gain(ana, -6));
        say(ana, new ClientMessage.Microphone(null, false));
        say(ana, new ClientMessage.Microphone(null, true));
        disconnect(ana);
        pass(Duration.ofSeconds(1));
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(media.of(back).decibels).isEqualTo(-6);
        assertThat(state(back).audio().gain()).isEqualTo(-6);
    }
}
