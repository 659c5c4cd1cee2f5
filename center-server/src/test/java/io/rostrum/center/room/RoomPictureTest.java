package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.ViewReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomPictureTest extends RoomHarness {
    @Test
    void whoComesInSeesSomebodyElseWithoutAsking() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        assertThat(media.of(ben).watched).isEqualTo(ana.you());
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
    }

    @Test
    void everybodyChoosesForHimself() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient chen = joinSending("Chen");
        say(ana, choose(of(ben)));
        say(ben, choose(of(chen)));
        say(chen, choose(of(chen)));
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
        assertThat(media.of(ben).watched).isEqualTo(chen.you());
        assertThat(media.of(chen).watched).isEqualTo(chen.you());
    }

    @Test
    void theViewIsToldWhenItWasCut() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        say(ana, choose(of(ben)));
        assertThat(ana.view()).isEqualTo(new ServerMessage.View(null, of(ben), ViewReason.WAITING));
        cut(ana, ben);
        assertThat(ana.view()).isEqualTo(new ServerMessage.View(ben.you(), of(ben), null));
    }

    @Test
    void theOldPictureStaysUntilTheCut() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient chen = joinSending("Chen");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        say(ana, choose(of(chen)));
        assertThat(ana.view())
                .isEqualTo(new ServerMessage.View(ben.you(), of(chen), ViewReason.WAITING));
    }

    @Test
    void anOldPictureDoesNotOutliveASecondOfWaiting() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient chen = joinSending("Chen");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        say(ana, choose(of(chen)));
        pass(Duration.ofMillis(1100));
        assertThat(ana.view())
                .isEqualTo(new ServerMessage.View(null, of(chen), ViewReason.WAITING));
        assertThat(media.of(ana).watched).isEqualTo(chen.you());
    }

    @Test
    void anUnknownParticipantCannotBeChosen() {
        FakeClient ana = join("Ana");
        assertRefused(ana, choose(Selection.participant("p99")), ProblemCode.UNKNOWN_PARTICIPANT);
    }

    @Test
    void whoChoosesNobodyGetsNothing() {
        FakeClient ana = joinSending("Ana");
        joinSending("Ben");
        say(ana, choose(NONE));
        assertThat(media.of(ana).watched).isNull();
        assertThat(ana.view()).isEqualTo(new ServerMessage.View(null, NONE, ViewReason.NOBODY));
    }

    @Test
    void aCameraThatIsOffIsSaid() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        say(ben, new ClientMessage.Source(null, VideoSource.NONE));
        assertThat(media.of(ana).watched).isNull();
        assertThat(ana.view())
                .isEqualTo(new ServerMessage.View(null, of(ben), ViewReason.NO_PICTURE));
        say(ben, new ClientMessage.Source(null, VideoSource.SCREEN));
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
    }

    @Test
    void whoCannotDecodeAPictureIsTold() {
        FakeClient ana = join("Ana", FakeMedia.VP8_ONLY, null, null);
        FakeClient ben = joinSending("Ben");
        say(ana, choose(of(ben)));
        assertThat(ana.view().reason()).isEqualTo(ViewReason.CODEC);
        assertThat(media.of(ana).watched).isNull();
        sends(ben, VideoCodec.VP8);
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
    }

    @Test
    void aPictureIsForwardedNoLongerWhenItsOwnerMutesIt() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        say(ben, new ClientMessage.Mute(null, ben.you(), Line.VIDEO, true));
        assertThat(media.of(ana).watched).isNull();
        assertThat(ana.view().reason()).isEqualTo(ViewReason.NO_PICTURE);
    }

    @Test
    void anOldPictureThatIsMutedWhileTheNewOneIsAwaitedEndsAtOnce() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient chen = joinSending("Chen");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        say(ana, choose(of(chen)));
        say(ben, new ClientMessage.Mute(null, ben.you(), Line.VIDEO, true));
        assertThat(ana.view())
                .isEqualTo(new ServerMessage.View(null, of(chen), ViewReason.WAITING));
        assertThat(media.of(ana).watched).isEqualTo(chen.you());
    }

    @Test
    void whoeverWatchesSomebodyThatLeavesSeesNobody() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        joinSending("Chen");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        say(ben, new ClientMessage.Leave(null));
        assertThat(ana.view()).isEqualTo(new ServerMessage.View(null, NONE, ViewReason.NOBODY));
    }

    @Test
    void theSpeakerIsFollowedButNobodyIsShownHimself() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient chen = joinSending("Chen");
        media.listener().onSpeaker(ben.you());
        media.listener().onSpeaker(chen.you());
        assertThat(ana.room().speaker()).isEqualTo(chen.you());
        assertThat(media.of(ana).watched).isEqualTo(chen.you());
        assertThat(media.of(ben).watched).isEqualTo(chen.you());
        assertThat(media.of(chen).watched).isEqualTo(ben.you());
    }

    @Test
    void aSpeakerWithoutPictureDoesNotTakeThePictureOfTheLastOneAway() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient voice = join("Voice", FakeMedia.LISTENER, null, null);
        media.listener().onSpeaker(ben.you());
        media.listener().onSpeaker(voice.you());
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
    }

    @Test
    void viewersOfSomebodyWhoComesBackGetHisNewLine() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        say(ana, choose(of(ben)));
        cut(ana, ben);
        FakeClient back = join("Ben", "offer", null, ben.seat());
        assertThat(ana.view())
                .isEqualTo(new ServerMessage.View(null, of(back), ViewReason.WAITING));
        assertThat(media.of(ana).watched).isEqualTo(back.you());
    }
}
