package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomBroadcastTest extends RoomHarness {
    private final FakeClient host = joinHost();
    private final FakeClient ana = joinSending("Ana");
    private final FakeClient ben = joinSending("Ben");

    RoomBroadcastTest() {
        sends(host, VideoCodec.H264);
        say(host, choose(of(ana)));
    }

    private BroadcastPhase phase() {
        return room.state().broadcast().state();
    }

    @Test
    void whatTheHostSeesGoesOnAir() {
        say(host, broadcast(true));
        assertThat(studio.taken).containsExactly(ana.you());
        assertThat(studio.title).isEqualTo("Town hall");
        assertThat(ben.room().broadcast().state()).isEqualTo(BroadcastPhase.STARTING);
    }

    @Test
    void nobodyElseGoesOnAirOrOff() {
        assertRefused(ana, broadcast(true), ProblemCode.NOT_HOST);
        say(host, broadcast(true));
        assertRefused(ana, broadcast(false), ProblemCode.NOT_HOST);
        assertThat(studio.stopped).isZero();
    }

    @Test
    void goingOnAirTwiceIsOnce() {
        say(host, broadcast(true));
        say(host, broadcast(true));
        assertThat(studio.started).isEqualTo(1);
    }

    @Test
    void takesFollowTheHostsChoice() {
        say(host, broadcast(true));
        say(host, choose(of(ben)));
        assertThat(studio.taken).containsExactly(ana.you(), ben.you());
        say(ben, choose(of(host)));
        assertThat(studio.taken).hasSize(2);
    }

    @Test
    void takesFollowTheAssignment() {
        say(host, broadcast(true));
        say(host, lock(true, of(ben)));
        say(host, assign(of(host)));
        assertThat(studio.taken).containsExactly(ana.you(), ben.you(), host.you());
    }

    @Test
    void takesFollowTheSpeakerIfTheHostDoes() {
        say(host, choose(SPEAKER));
        media.listener().onSpeaker(ben.you());
        say(host, broadcast(true));
        media.listener().onSpeaker(ana.you());
        media.listener().onSpeaker(host.you());
        assertThat(studio.taken).containsExactly(ben.you(), ana.you(), host.you());
    }

    @Test
    void whoChoseNobodyPutsACardOnAirThoughThereAreFacesToShow() {
        say(host, choose(NONE));
        say(host, broadcast(true));
        assertThat(studio.taken).containsExactly((String) null);
        assertThat(studio.cards).containsExactly("Town hall");
    }

    @Test
    void aCardNamesWhoSpeaksElseWhoWasChosenElseTheTitle() {
        say(host, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, true));
        say(host, broadcast(true));
        media.listener().onSpeaker(ben.you());
        say(host, new ClientMessage.Mute(null, ben.you(), Line.AUDIO, true));
        say(host, choose(NONE));
        assertThat(studio.cards).containsExactly("Ana", "Ben", "Ana", "Town hall");
        assertThat(studio.taken).containsExactly((String) null);
    }

    @Test
    void whoIsRemovedAndComesBackIsNotOnAirWhenTheHostStopsHisCamera() {
        say(host, lock(true, null));
        say(host, assign(of(ana)));
        say(host, broadcast(true));
        say(host, remove(ana));
        FakeClient again = new FakeClient();
        again.network = "192.0.2.9";
        say(again, joining("Ana", null));
        sends(again, VideoCodec.H264);
        say(host, new ClientMessage.Source(null, VideoSource.NONE));
        assertThat(studio.taken).containsExactly(ana.you(), null);
        assertThat(studio.cards).containsExactly("Ana", "Town hall");
        assertThat(again.room().assigned()).isEqualTo(NONE);
    }

    @Test
    void whatTheHostChoseStaysWhileHeIsAwayAndIsHisAgainWhenHeComesAnew() {
        say(host, broadcast(true));
        say(host, new ClientMessage.Leave(null));
        media.listener().onSpeaker(ben.you());
        FakeClient back = joinHost();
        assertThat(studio.taken).containsExactly(ana.you());
        assertThat(back.view().selection()).isEqualTo(of(ana));
    }

    @Test
    void whomTheHostChoseAndWhoLeavesIsNotReplacedWhileTheHostIsAway() {
        say(host, broadcast(true));
        say(host, new ClientMessage.Leave(null));
        say(ana, new ClientMessage.Leave(null));
        media.listener().onSpeaker(ben.you());
        assertThat(studio.taken).containsExactly(ana.you(), null);
    }

    @Test
    void theRoomKnowsThatACardIsOnAirAndWhatItSays() {
        say(host, broadcast(true));
        studio.becomes(BroadcastPhase.ON);
        studio.listener.onPicture(null, "Ana");
        assertThat(ben.room().broadcast().picture()).isNull();
        assertThat(ben.room().broadcast().card()).isEqualTo("Ana");
        say(host, broadcast(false));
        assertThat(ben.room().broadcast().card()).isNull();
    }

    @Test
    void aMutedPictureIsNotOnAir() {
        say(host, broadcast(true));
        say(host, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, true));
        assertThat(studio.taken).containsExactly(ana.you(), null);
    }

    @Test
    void aMutedPictureDoesNotStandInUntilTheNextSpeakersComes() {
        say(host, choose(SPEAKER));
        media.listener().onSpeaker(ben.you());
        say(host, broadcast(true));
        say(host, new ClientMessage.Mute(null, ben.you(), Line.VIDEO, true));
        assertThat(studio.taken).startsWith(ben.you(), null).hasSize(3);
    }

    @Test
    void theTallyIsWhatWasCut() {
        say(host, broadcast(true));
        studio.becomes(BroadcastPhase.ON);
        assertThat(ana.room().broadcast().picture()).isNull();
        studio.listener.onPicture(ana.you(), null);
        assertThat(ana.room().broadcast().picture()).isEqualTo(ana.you());
        assertThat(ana.room().broadcast().page()).isEqualTo("page");
    }

    @Test
    void whenTheHostStopsTheProgramEnds() {
        say(host, broadcast(true));
        studio.becomes(BroadcastPhase.ON);
        say(host, broadcast(false));
        assertThat(studio.stopped).isEqualTo(1);
        assertThat(phase()).isEqualTo(BroadcastPhase.STOPPING);
        assertRefused(host, broadcast(true), ProblemCode.BROADCAST_FAILED);
        studio.becomes(BroadcastPhase.OFF);
        assertThat(phase()).isEqualTo(BroadcastPhase.OFF);
        say(host, broadcast(true));
        assertThat(studio.started).isEqualTo(2);
    }

    @Test
    void theProgramGoesOnWhileTheHostReconnects() {
        say(host, broadcast(true));
        disconnect(host);
        pass(Duration.ofSeconds(20));
        assertThat(studio.stopped).isZero();
        FakeClient back = join("Hanna", "offer", HOST_KEY, null);
        pass(Duration.ofSeconds(40));
        assertThat(studio.stopped).isZero();
        assertThat(back.room().broadcast().state()).isEqualTo(BroadcastPhase.STARTING);
        assertThat(studio.taken).containsExactly(ana.you());
    }

    @Test
    void theProgramStopsWithTheHostsSeatAndSaysWhy() {
        say(host, broadcast(true));
        studio.becomes(BroadcastPhase.ON);
        disconnect(host);
        pass(Duration.ofSeconds(31));
        assertThat(studio.stopped).isEqualTo(1);
        studio.becomes(BroadcastPhase.OFF);
        assertThat(ana.room().broadcast().detail()).contains("host has gone");
    }

    @Test
    void aHostWhoLeavesHasAsLongToComeBack() {
        say(host, broadcast(true));
        say(host, new ClientMessage.Leave(null));
        pass(Duration.ofSeconds(29));
        assertThat(studio.stopped).isZero();
        pass(Duration.ofSeconds(2));
        assertThat(studio.stopped).isEqualTo(1);
    }

    @Test
    void aProgramThatFailsIsOffAndSaysWhy() {
        say(host, broadcast(true));
        studio.listener.onBroadcast(io.rostrum.protocol.signal.BroadcastState.off("wrong secret"));
        assertThat(host.room().broadcast().detail()).isEqualTo("wrong secret");
        say(host, broadcast(true));
        assertThat(studio.started).isEqualTo(2);
    }

    @Test
    void aProgramOfBeforeWaitsForItsHostAndGoesOnWithHim() {
        FakeStudio before = new FakeStudio();
        Room again = newRoom(10, before);
        again.resume(left(false), clock.nanos());
        assertThat(before.resumed).isNull();
        assertThat(again.busy()).isTrue();
        assertThat(again.state().broadcast().state()).isEqualTo(BroadcastPhase.STARTING);
        clock.advance(Duration.ofSeconds(29));
        again.tick(clock.nanos());
        joins(again, "Ana", null);
        assertThat(before.resumed).isNull();
        FakeClient back = joins(again, "Hanna", HOST_KEY);
        assertThat(before.resumed).isEqualTo("s9");
        assertThat(before.taken).containsExactly(back.you());
        clock.advance(Duration.ofSeconds(60));
        again.tick(clock.nanos());
        assertThat(before.stopped).isZero();
        assertThat(before.ended).isEmpty();
    }

    @Test
    void aProgramOfBeforeWhoseHostDoesNotComeIsEndedAndWasNeverOnAirAgain() {
        FakeStudio before = new FakeStudio();
        Room again = newRoom(10, before);
        again.resume(left(false), clock.nanos());
        clock.advance(Duration.ofSeconds(31));
        again.tick(clock.nanos());
        assertThat(before.resumed).isNull();
        assertThat(before.ended).containsExactly("s9");
        assertThat(again.busy()).isFalse();
        joins(again, "Hanna", HOST_KEY);
        assertThat(before.resumed).isNull();
        assertThat(again.state().broadcast().state()).isEqualTo(BroadcastPhase.OFF);
    }

    @Test
    void aServerThatGoesDownEndsWhatStillWaitedForItsHost() {
        FakeStudio before = new FakeStudio();
        Room again = newRoom(10, before);
        again.resume(left(false), clock.nanos());
        again.close(clock.nanos());
        assertThat(before.ended).containsExactly("s9");
        assertThat(before.resumed).isNull();
    }

    @Test
    void ofTwoProgramsOfBeforeOnlyOneGoesOn() {
        FakeStudio before = new FakeStudio();
        Room again = newRoom(10, before);
        again.resume(left(false), clock.nanos());
        again.resume(new Studio.Left("s8", "Older", "Hanna", Instant.EPOCH, false), clock.nanos());
        assertThat(before.ended).containsExactly("s8");
    }

    private FakeClient joins(Room again, String name, @Nullable String key) {
        FakeClient client = new FakeClient();
        say(again, client, joining(name, key));
        return client;
    }

    @Test
    void aRoomThatWasLockedStaysSoAndShowsItsHostOnceHeIsBack() {
        FakeStudio before = new FakeStudio();
        Room again = newRoom(10, before);
        again.resume(left(true), clock.nanos());
        FakeClient guest = new FakeClient();
        say(again, guest, joining("Ana", null));
        assertThat(again.state().locked()).isTrue();
        assertThat(again.state().assigned()).isEqualTo(NONE);
        FakeClient back = new FakeClient();
        say(again, back, joining("Hanna", HOST_KEY));
        assertThat(again.state().assigned()).isEqualTo(of(back));
        assertThat(before.taken).endsWith(back.you());
        say(again, back, lock(false, null));
        assertThat(again.state().locked()).isFalse();
        assertThat(before.locks).containsExactly(false);
    }

    @Test
    void theProgramKnowsWhetherThePictureIsLocked() {
        say(host, lock(true, of(ben)));
        say(host, broadcast(true));
        say(host, assign(of(ana)));
        say(host, lock(false, null));
        assertThat(studio.locks).containsExactly(true, false);
    }

    private static Studio.Left left(boolean locked) {
        return new Studio.Left("s9", "Town hall", "Hanna", Instant.EPOCH, locked);
    }
}
