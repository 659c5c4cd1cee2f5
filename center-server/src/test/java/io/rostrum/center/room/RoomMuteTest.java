package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import org.junit.jupiter.api.Test;

class RoomMuteTest extends RoomHarness {
    private final FakeClient host = joinHost();
    private final FakeClient ana = joinSending("Ana");

    private static ClientMessage mute(FakeClient whom, Line line, boolean on) {
        return new ClientMessage.Mute(null, whom.you(), line, on);
    }

    @Test
    void whoIsNotMutedIsHeard() {
        assertThat(media.of(ana).heard).isTrue();
    }

    @Test
    void anybodyMutesAndUnmutesHimself() {
        say(ana, mute(ana, Line.AUDIO, true));
        assertThat(media.of(ana).heard).isFalse();
        assertThat(host.room().participants().getLast().audio().mutedBySelf()).isTrue();
        say(ana, mute(ana, Line.AUDIO, false));
        assertThat(media.of(ana).heard).isTrue();
    }

    @Test
    void onlyTheHostMutesAnother() {
        assertRefused(ana, mute(host, Line.AUDIO, true), ProblemCode.NOT_HOST);
        say(host, mute(ana, Line.AUDIO, true));
        assertThat(media.of(ana).heard).isFalse();
    }

    @Test
    void onlyTheHostTakesHisMuteBack() {
        say(host, mute(ana, Line.AUDIO, true));
        assertRefused(ana, mute(ana, Line.AUDIO, false), ProblemCode.MUTED_BY_HOST);
        assertThat(media.of(ana).heard).isFalse();
        say(host, mute(ana, Line.AUDIO, false));
        assertThat(media.of(ana).heard).isTrue();
    }

    @Test
    void theHostDoesNotOpenAMicrophoneThatItsOwnerClosed() {
        say(ana, mute(ana, Line.AUDIO, true));
        say(host, mute(ana, Line.AUDIO, false));
        assertThat(media.of(ana).heard).isFalse();
    }

    @Test
    void aMuteOfTheHostHoldsWhenHisGuestComesBack() {
        say(host, mute(ana, Line.AUDIO, true));
        say(host, mute(ana, Line.VIDEO, true));
        disconnect(ana);
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(media.of(back).heard).isFalse();
        assertRefused(back, mute(back, Line.VIDEO, false), ProblemCode.MUTED_BY_HOST);
    }

    @Test
    void aMutedPictureIsSeenByNobody() {
        say(host, choose(of(ana)));
        say(host, mute(ana, Line.VIDEO, true));
        assertThat(media.of(host).watched).isNull();
        say(host, mute(ana, Line.VIDEO, false));
        assertThat(media.of(host).watched).isEqualTo(ana.you());
    }

    @Test
    void whoHasNoMicrophoneIsNotHeard() {
        say(ana, new ClientMessage.Microphone(null, false));
        assertThat(media.of(ana).heard).isFalse();
    }

    @Test
    void nobodyIsMutedWhoIsNotThere() {
        assertRefused(
                host,
                new ClientMessage.Mute(null, "p99", Line.AUDIO, true),
                ProblemCode.UNKNOWN_PARTICIPANT);
    }
}
