package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.room.MemberMedia.Still;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomStillsTest extends RoomHarness {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final FakeClient host = joinHost();
    private final FakeClient ana = joinSending("Ana");
    private final FakeClient ben = join("Ben");
    private final FakeMedia.Line line = media.of(ana);

    @BeforeEach
    void timePasses() {
        pass(Duration.ofSeconds(20));
    }

    private void look(FakeClient viewer, FakeClient... at) {
        List<String> ids = Arrays.stream(at).map(FakeClient::you).toList();
        say(viewer, new ClientMessage.Stills(null, ids));
    }

    private static byte[] jpeg(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** Whose stills he was told, and what they show. */
    private static List<String> stills(FakeClient viewer) {
        return viewer.all(ServerMessage.Still.class).stream()
                .map(one ->
                        one.participant() + " " + new String(bytes(one), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(ServerMessage.Still still) {
        return Base64.getDecoder().decode(still.jpeg());
    }

    private int wanted() {
        return line.stillsSince.size();
    }

    @Test
    void noStillIsMadeWhileNobodyLooks() {
        assertThat(wanted()).isZero();
        look(host, ana);
        pass(LOOK);
        assertThat(wanted()).isEqualTo(1);
        look(host);
        pass(EVERY.multipliedBy(3));
        assertThat(wanted()).isEqualTo(1);
        assertThat(line.keyFramesAsked).isZero();
    }

    @Test
    void everyStillGoesToThoseWhoLookAndToNobodyElse() {
        look(host, ana, ben);
        pass(LOOK);
        line.develop(jpeg("1"));
        assertThat(stills(host)).containsExactly(ana.you() + " 1");
        assertThat(stills(ben)).isEmpty();
        assertThat(stills(ana)).isEmpty();
    }

    @Test
    void oneIsMadeEveryFiveSecondsOfAKeyFrameThatCameSince() {
        look(host, ana);
        look(ben, ana);
        pass(LOOK);
        long taken = clock.nanos();
        line.develop(jpeg("1"));
        pass(EVERY.minus(LOOK));
        assertThat(wanted()).isEqualTo(1);
        pass(LOOK);
        assertThat(wanted()).isEqualTo(2);
        assertThat(line.stillsSince.getLast()).isBetween(taken - LOOK.toNanos(), taken);
        line.develop(jpeg("2"));
        assertThat(stills(host)).containsExactly(ana.you() + " 1", ana.you() + " 2");
        assertThat(stills(ben)).isEqualTo(stills(host));
    }

    @Test
    void whileOneIsBeingMadeNoOtherIsWantedUnlessItWasLost() {
        look(host, ana);
        pass(EVERY.plusSeconds(4));
        assertThat(wanted()).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThat(wanted()).isEqualTo(2);
    }

    @Test
    void whoHasNoNewKeyFrameIsAskedForOneAndNoMoreOftenThanAStillIsMade() {
        line.still = Still.NOTHING_NEW;
        look(host, ana);
        pass(EVERY.minus(LOOK));
        assertThat(wanted()).isGreaterThan(5);
        assertThat(line.keyFramesAsked).isEqualTo(1);
        pass(EVERY);
        assertThat(line.keyFramesAsked).isEqualTo(2);
    }

    @Test
    void whatOthersHaveTheTurnForAsksHimForNothingAndIsTriedAgain() {
        line.still = Still.LATER;
        look(host, ana);
        pass(EVERY);
        assertThat(line.keyFramesAsked).isZero();
        line.still = Still.COMING;
        pass(LOOK);
        line.develop(jpeg("1"));
        assertThat(stills(host)).hasSize(1);
    }

    @Test
    void encodersAreNotAskedForKeyFrames() {
        String camera = enter("Harbour").participant();
        media.listener().onVideo(camera, VideoCodec.H264);
        media.lines.get(camera).still = Still.NOTHING_NEW;
        say(host, new ClientMessage.Stills(null, List.of(camera)));
        pass(EVERY);
        assertThat(media.lines.get(camera).stillsSince).isNotEmpty();
        assertThat(media.lines.get(camera).keyFramesAsked).isZero();
    }

    @Test
    void whoLooksLaterIsGivenTheLatestAtOnceButNotAgainAndAgain() {
        look(host, ana);
        pass(LOOK);
        line.develop(jpeg("1"));
        look(ben, ana);
        assertThat(stills(ben)).containsExactly(ana.you() + " 1");
        for (int i = 0; i < 20; i++) {
            look(ben);
            look(ben, ana);
        }
        assertThat(stills(ben)).hasSize(1);
        pass(Duration.ofSeconds(1));
        look(ben);
        pass(Duration.ofSeconds(1));
        look(ben, ana);
        assertThat(stills(ben)).hasSize(2);
    }

    /** Every way to take one's picture away. */
    private Stream<Runnable> endings() {
        return Stream.of(
                () -> say(ana, new ClientMessage.Source(null, VideoSource.NONE)),
                () -> say(ana, new ClientMessage.Source(null, VideoSource.SCREEN)),
                () -> say(ana, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, true)),
                () -> say(host, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, true)),
                () -> say(ana, new ClientMessage.Still(null, false)),
                () -> sends(ana, null));
    }

    private void begin() {
        say(host, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, false));
        say(ana, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, false));
        say(ana, new ClientMessage.Source(null, VideoSource.CAMERA));
        say(ana, new ClientMessage.Still(null, true));
        sends(ana, VideoCodec.H264);
        pass(EVERY);
        look(host, ana);
    }

    @Test
    void whoTakesHisPictureAwayHasNoStillFromThatMomentOn() {
        endings()
                .forEach(ending -> {
                    begin();
                    pass(LOOK);
                    line.develop(jpeg("before"));
                    ending.run();
                    pass(Duration.ofSeconds(2));
                    look(ben, ana);
                    assertThat(stills(ben)).isEmpty();
                    look(ben);
                    media.of(ana).stillsSince.clear();
                });
    }

    @Test
    void whatWasTakenBeforeIsShownToNobodyAfterwards() {
        endings()
                .forEach(ending -> {
                    begin();
                    pass(LOOK);
                    host.told.removeIf(ServerMessage.Still.class::isInstance);
                    ending.run();
                    line.develop(jpeg("taken before, made afterwards"));
                    assertThat(stills(host)).isEmpty();
                });
    }

    @Test
    void whoShowsHimselfAgainIsShownOnlyAsHeIsSince() {
        look(host, ana);
        pass(LOOK);
        line.develop(jpeg("before"));
        say(ana, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, true));
        pass(Duration.ofSeconds(1));
        say(ana, new ClientMessage.Mute(null, ana.you(), Line.VIDEO, false));
        long shownAgain = clock.nanos();
        pass(LOOK);
        assertThat(line.stillsSince.getLast()).isEqualTo(shownAgain);
    }

    @Test
    void noStillOfWhoDoesNotWishItAndEverybodySeesThatHeDoesNot() {
        say(ana, new ClientMessage.Still(null, false));
        look(host, ana);
        pass(EVERY);
        assertThat(wanted()).isZero();
        assertThat(state(ana).video().still()).isFalse();
        assertThat(host.room().participants().get(1).video().still()).isFalse();
        say(ana, new ClientMessage.Still(null, true));
        pass(LOOK);
        assertThat(wanted()).isEqualTo(1);
    }

    @Test
    void hisWishHoldsWhenHeComesBackToHisSeat() {
        say(ana, new ClientMessage.Still(null, false));
        disconnect(ana);
        FakeClient back = join("Ana", "offer", null, ana.seat());
        sends(back, VideoCodec.H264);
        look(host, back);
        pass(EVERY);
        assertThat(media.of(back).stillsSince).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsTriedAgainWhenItIsTimeForTheNext() {
        look(host, ana);
        pass(LOOK);
        line.develop(null);
        assertThat(stills(host)).isEmpty();
        pass(LOOK);
        assertThat(wanted()).isEqualTo(1);
        pass(EVERY);
        assertThat(wanted()).isEqualTo(2);
    }

    @Test
    void whoIsNotInTheRoomGetsNoneWhereverHeIs() {
        FakeClient stranger = new FakeClient();
        assertRefused(
                stranger,
                new ClientMessage.Stills(null, List.of(ana.you())),
                ProblemCode.NOT_JOINED);
        say(host, new ClientMessage.Door(null, true, null));
        FakeClient outside = join("Eve");
        assertRefused(
                outside,
                new ClientMessage.Stills(null, List.of(ana.you())),
                ProblemCode.NOT_JOINED);
        look(host, ana);
        pass(LOOK);
        line.develop(jpeg("1"));
        assertThat(stills(stranger)).isEmpty();
        assertThat(stills(outside)).isEmpty();
    }

    @Test
    void whoHasLeftOrWasRemovedGetsNoMore() {
        look(ben, ana);
        look(host, ana);
        pass(LOOK);
        say(host, remove(ben));
        line.develop(jpeg("1"));
        assertThat(stills(ben)).isEmpty();
        assertThat(stills(host)).hasSize(1);
    }

    @Test
    void whoIsUnknownHereIsNobodyAndMoreThanFitIntoSightAreRefused() {
        say(host, new ClientMessage.Stills(null, List.of("p99", "another-room")));
        pass(EVERY);
        assertThat(wanted()).isZero();
        ClientMessage tooMany = new ClientMessage.Stills(null, Collections.nCopies(33, ana.you()));
        assertRefused(host, tooMany, ProblemCode.BAD_MESSAGE);
    }

    @Test
    void whoHasWaitedLongestComesFirst() {
        FakeClient carl = joinSending("Carl");
        sends(ben, VideoCodec.H264);
        media.of(ben).still = Still.LATER;
        look(host, ana, ben, carl);
        pass(LOOK);
        line.develop(jpeg("1"));
        media.of(carl).develop(jpeg("1"));
        pass(EVERY.minus(LOOK));
        media.stillsInTurn.clear();
        pass(LOOK);
        assertThat(media.stillsInTurn).containsExactly(ben.you(), ana.you(), carl.you());
    }
}
