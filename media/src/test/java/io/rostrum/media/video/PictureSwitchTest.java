package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.HeaderExtensions;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSwitchTest {
    private static final long MS = 1_000_000L;
    private static final ExtensionIds IDS = new ExtensionIds(0, 5, 2, 3, 0, 0);
    private static final Map<VideoCodec, Integer> BOTH =
            Map.of(VideoCodec.H264, 102, VideoCodec.VP8, 96);

    private final BufferPool pool = new BufferPool(64);
    private final List<Buffer> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private PictureSwitch picture = picture(BOTH);
    private final SyntheticSource a = new SyntheticSource("a", VideoCodec.H264, 1, 65_530, 7);
    private final SyntheticSource b = new SyntheticSource("b", VideoCodec.H264, 2, 100, -500);
    private final SyntheticSource v = new SyntheticSource("v", VideoCodec.VP8, 3, 9000, 12);

    private PictureSwitch picture(Map<VideoCodec, Integer> payloadTypes) {
        return new PictureSwitch(
                new PictureSwitch.Settings(payloadTypes, IDS, "1", 65_000, -90_000, 32_760),
                pool,
                (packet, now) -> sent.add(packet),
                new PictureSwitch.Listener() {
                    @Override
                    public void onCut(PictureSource source, long nowNanos) {
                        told.add(source == null ? "nothing" : source.name());
                    }

                    @Override
                    public void onUndecodable(PictureSource source, long nowNanos) {
                        told.add(source.name() + " undecodable");
                    }
                });
    }

    @AfterEach
    void everyBufferWentHome() {
        picture.close();
        sent.forEach(Buffer::release);
        assertThat(pool.lent()).isZero();
    }

    private List<Integer> marks() {
        return sent.stream().map(PictureSwitchTest::mark).distinct().toList();
    }

    private static int mark(Buffer packet) {
        return Rtp.ssrc(packet);
    }

    private void assertContinuous(int firstSequence) {
        int expected = firstSequence;
        for (Buffer packet : sent) {
            assertThat(Rtp.sequence(packet)).isEqualTo(expected & 0xFFFF);
            expected++;
        }
    }

    @Test
    void sendsNothingBeforeAKeyFrameAndAsksForOne() {
        picture.select(a.source, 0);
        assertThat(a.asked).isEqualTo(1);
        a.send(a.frame(false, 3000, 200), 0);
        assertThat(sent).isEmpty();
        assertThat(picture.isPending()).isTrue();
        picture.tick(50 * MS);
        assertThat(a.asked).isEqualTo(2);
        a.send(a.frame(true, 3000, 500), 0);
        assertThat(told).containsExactly("a");
        assertThat(sent).isNotEmpty();
        assertContinuous(65_000);
    }

    @Test
    void forwardsTheOldSourceUntilTheKeyFrameOfTheNewOneIsWhole() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        picture.select(b.source, 0);
        List<Buffer> key = b.frame(true, 3000, 500);
        b.send(key.subList(0, 3), MS);
        a.send(a.frame(false, 3000, 300), MS);
        assertThat(marks()).containsExactly(1);
        b.send(key.subList(3, key.size()), 2 * MS);
        a.send(a.frame(false, 3000, 300), 3 * MS);
        b.send(b.frame(false, 3000, 300), 3 * MS);
        assertThat(told).containsExactly("a", "b");
        assertThat(marks()).containsExactly(1, 2);
        assertContinuous(65_000);
    }

    @Test
    void waitsForThePacketOfTheKeyFrameThatWasLostAndSentAgain() {
        picture.select(a.source, 0);
        List<Buffer> key = a.frame(true, 3000, 500);
        Buffer late = key.remove(2);
        a.send(key, 0);
        a.send(a.frame(false, 3000, 300), 0);
        assertThat(sent).isEmpty();
        a.send(List.of(late), 0);
        assertThat(told).containsExactly("a");
        assertContinuous(65_000);
        assertThat(sent).hasSize(key.size() + 1 + 4);
    }

    @Test
    void takesAKeyFrameWhoseFirstPacketComesLate() {
        picture.select(a.source, 0);
        List<Buffer> key = a.frame(true, 3000, 500);
        Buffer first = key.removeFirst();
        key.add(2, first);
        a.send(key, 0);
        assertThat(told).containsExactly("a");
        assertContinuous(65_000);
    }

    @Test
    void keepsGapsSoThatWhatIsRecoveredLateFindsItsPlace() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        int before = sent.size();
        List<Buffer> frame = a.frame(false, 3000, 400);
        Buffer late = frame.remove(1);
        a.send(frame, 0);
        a.send(List.of(late), MS);
        TreeSet<Integer> numbers = new TreeSet<>();
        sent.forEach(packet -> numbers.add(Rtp.sequence(packet)));
        assertThat(numbers).hasSize(sent.size());
        assertThat(numbers.last() - numbers.first()).isEqualTo(sent.size() - 1);
        assertThat(Rtp.sequence(sent.getLast())).isEqualTo(65_000 + before + 1);
    }

    @Test
    void closesUpNumbersThatCarryNothing() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        for (int i = 0; i < 200; i++) {
            a.source.onSkipped(a.sequence, 0);
            a.sequence = a.sequence + 1 & 0xFFFF;
            a.send(a.frame(false, 3000, 150), 0);
        }
        assertContinuous(65_000);
    }

    @Test
    void dropsWhatComesLateOfTheOldSourceOrFromBeforeTheCut() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        List<Buffer> late = a.frame(false, 3000, 300);
        List<Buffer> before = b.frame(false, 3000, 300);
        picture.select(b.source, 0);
        b.send(b.frame(true, 3000, 500), 0);
        int count = sent.size();
        a.send(late, 0);
        b.send(before, 0);
        assertThat(sent).hasSize(count);
    }

    @Test
    void letsTimeGoOnAcrossACutAsItDidForTheReceiver() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000);
        a.send(a.frame(false, 3000, 50), 33 * MS);
        picture.select(b.source, 40 * MS);
        b.send(b.frame(true, 3000, 50), 133 * MS);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000 + 3000 + 9000);
        assertThat(picture.outTimestamp(b.timestamp)).hasValue(-78_000);
        assertThat(picture.outTimestamp(b.timestamp + 90)).hasValue(-77_910);
    }

    @Test
    void stopsAtOnceWhenNothingIsSelected() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        int count = sent.size();
        picture.select(null, 0);
        a.send(a.frame(false, 3000, 50), 0);
        assertThat(sent).hasSize(count);
        assertThat(told).containsExactly("a", "nothing");
        assertThat(a.source.isWatched()).isFalse();
        assertThat(picture.outTimestamp(0)).isEmpty();
    }

    @Test
    void saysThatASourceCannotBeDecodedAndSendsNothing() {
        picture = picture(Map.of(VideoCodec.VP8, 96));
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        assertThat(sent).isEmpty();
        assertThat(told).containsExactly("a undecodable");
        assertThat(a.asked).isZero();
    }

    @Test
    void writesWhatTheReceiverNegotiatedAndNothingElse() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        Buffer packet = sent.getLast();
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Rtp.payloadType(packet)).isEqualTo(102);
        assertThat(Rtp.marker(packet)).isTrue();
        assertThat(Extension.text(packet, 3)).isEqualTo("1");
        assertThat(Extension.transportSequence(packet, 5)).isZero();
        assertThat(HeaderExtensions.put24(packet, 2, 1)).isTrue();
        assertThat(HeaderExtensions.find(packet, 9)).isEqualTo(HeaderExtensions.NONE);
    }

    @Test
    void passesARequestOfTheReceiverOnButNotAFloodOfThem() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        int before = a.asked;
        for (int i = 0; i < 1000; i++) {
            picture.onKeyFrameRequest(i * MS);
        }
        assertThat(a.asked - before).isEqualTo(2);
    }

    @Test
    void asksAgainWhenAKeyFrameDoesNotBecomeWhole() {
        picture.select(a.source, 0);
        List<Buffer> key = a.frame(true, 3000, 500);
        a.send(key.subList(0, 2), 0);
        picture.tick(100 * MS);
        assertThat(a.asked).isEqualTo(1);
        picture.tick(600 * MS);
        assertThat(a.asked).isEqualTo(2);
        a.send(a.frame(true, 3000, 500), 650 * MS);
        assertThat(told).containsExactly("a");
    }

    @Test
    void givesParameterSetsBackToAKeyFrameWithoutThem() {
        a.source.attach(
                new PictureSource.Viewer() {
                    @Override
                    public void onPacket(
                            PictureSource s, Buffer p, long number, int content, long now) {}

                    @Override
                    public void onSkipped(PictureSource s, long number, long now) {}

                    @Override
                    public void onRestart(PictureSource s, long now) {}
                });
        a.send(a.frame(true, 3000, 50), 0);
        picture.select(a.source, 300 * MS);
        List<Buffer> key = a.frame(true, 3000, 50);
        a.send(key.subList(1, 2), 300 * MS);
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst().u8(Rtp.headerLength(sent.getFirst())) & 0x1F).isEqualTo(24);
        assertThat(Rtp.timestamp(sent.get(0))).isEqualTo(Rtp.timestamp(sent.get(1)));
        assertContinuous(65_000);
    }

    @Test
    void cutsAnewWhenASourceBeginsAnew() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        a.sequence = a.sequence + 20_000 & 0xFFFF;
        a.timestamp += 123_456_789;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        a.send(a.frame(true, 3000, 50), 20 * MS);
        assertThat(told).containsExactly("a", "a");
        assertContinuous(65_000);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000 + 1800);
    }

    @ParameterizedTest
    @ValueSource(ints = {-900, -20, 0, 1, 20, 2900})
    void anotherSsrcIsANewBeginningHoweverNearItsNumbersAre(int jump) {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        int asked = a.asked;
        int before = sent.size();
        a.source.restart(10 * MS);
        a.sequence = a.sequence + jump & 0xFFFF;
        a.timestamp += jump * 1000;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        assertThat(sent).hasSize(before);
        assertThat(a.asked).isEqualTo(asked + 1);
        a.send(a.frame(true, 3000, 50), 20 * MS);
        assertThat(told).containsExactly("a", "a");
        assertContinuous(65_000);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000 + 1800);
    }

    /** A key frame at 0, then that many others 40 ms apart; the time behind them. */
    private long deaf(SyntheticSource source, int others, int size) {
        source.send(source.frame(true, 3000, size), 0);
        for (int i = 1; i <= others; i++) {
            source.send(source.frame(false, 3600, size), i * 40 * MS);
        }
        return others * 40 * MS;
    }

    @Test
    void doesNotWaitForASourceThatDoesNotAnswerButCatchesUpFromItsLatestKeyFrame() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        long now = deaf(b, 200, 150);
        int old = sent.size();
        a.send(a.frame(false, 3000, 50), now);
        picture.select(b.source, now);
        picture.tick(now + 350 * MS);
        assertThat(told).containsExactly("a");
        a.send(a.frame(false, 3000, 50), now + 390 * MS);
        int edge = b.timestamp;
        picture.tick(now + 400 * MS);
        assertThat(told).containsExactly("a", "b");
        b.send(b.frame(false, 3600, 150), now + 410 * MS);
        assertContinuous(65_000);
        assertThat(sent.size() - old - 2).isEqualTo(402 + 2 + 1);
        int shift = picture.outTimestamp(0).getAsInt();
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(edge + shift + 3600);
        int before = Rtp.timestamp(sent.get(old + 1));
        for (Buffer packet : sent.subList(old + 2, sent.size() - 2)) {
            int step = Rtp.timestamp(packet) - before;
            assertThat(step).isBetween(0, 90);
            before = Rtp.timestamp(packet);
        }
        assertThat(before).isEqualTo(edge + shift);
        assertEverythingIsRecalledAsItWasSent(b.mark);
    }

    @Test
    void sendsWhatIsCaughtUpInBurstsThatAPathCanTake() {
        long now = deaf(b, 500, 900);
        picture.select(b.source, now);
        picture.tick(now + 400 * MS);
        int bytes = sent.stream().mapToInt(Buffer::length).sum();
        assertThat(bytes).isBetween(64 * 1024, 70 * 1024);
        for (int i = 1; i < 20; i++) {
            picture.tick(now + 400 * MS + i * 40 * MS);
        }
        b.send(b.frame(false, 3600, 900), now + 1200 * MS);
        assertContinuous(65_000);
        assertThat(sent).hasSize(1 + 502 * 10);
    }

    @Test
    void whoLostHisWayGetsTheLatestKeyFrameAgainFromASourceThatDoesNotAnswer() {
        long now = deaf(b, 50, 150);
        picture.select(b.source, now);
        picture.tick(now + 400 * MS);
        int first = sent.size();
        now += 4000 * MS;
        b.send(b.frame(false, 3600, 150), now);
        picture.onKeyFrameRequest(now);
        picture.tick(now + 100 * MS);
        assertThat(sent).hasSize(first + 2);
        picture.tick(now + 400 * MS);
        assertThat(sent).hasSize(2 * first + 4);
        assertContinuous(65_000);
        picture.onKeyFrameRequest(now + 900 * MS);
        picture.tick(now + 1500 * MS);
        assertThat(sent).hasSize(2 * first + 4);
    }

    @Test
    void aGroupWithAHoleIsNoBeginning() {
        b.send(b.frame(true, 3000, 150), 0);
        b.frame(false, 3600, 150);
        long now = 40 * MS;
        for (int i = 0; i < 50; i++) {
            now += 40 * MS;
            b.send(b.frame(false, 3600, 150), now);
        }
        picture.select(b.source, now);
        for (int i = 0; i < 20; i++) {
            now += 40 * MS;
            picture.tick(now);
        }
        assertThat(sent).isEmpty();
        b.send(b.frame(true, 3600, 150), now);
        assertThat(told).containsExactly("b");
    }

    @Test
    void aKeyFrameThatHasJustPassedIsWaitedForByNobody() {
        b.send(b.frame(true, 3000, 150), 0);
        b.send(b.frame(false, 3000, 150), 33 * MS);
        picture.select(b.source, 50 * MS);
        assertThat(told).containsExactly("b");
        assertThat(b.asked).isZero();
        assertContinuous(65_000);
        assertThat(sent).hasSize(5);
    }

    @Test
    void isNotConfusedByASourceThatBeginsAnewWhileItIsWaitedFor() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500).subList(0, 2), 0);
        a.sequence = a.sequence - 20_000 & 0xFFFF;
        a.timestamp -= 123_456_789;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        a.send(a.frame(true, 3000, 50), 20 * MS);
        assertThat(told).containsExactly("a");
        assertContinuous(65_000);
    }

    @Test
    void goesBackToTheOldSourceWithoutACut() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        picture.select(b.source, 0);
        picture.select(a.source, 0);
        b.send(b.frame(true, 3000, 50), 0);
        a.send(a.frame(false, 3000, 50), 0);
        assertThat(told).containsExactly("a");
        assertThat(marks()).containsExactly(1);
        assertThat(b.source.isWatched()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysOneStreamOverAThousandCutsAndLetsNothingElseOut(long seed) {
        Random random = new Random(seed);
        List<SyntheticSource> sources = List.of(a, b, v);
        SyntheticSource selected = a;
        picture.select(a.source, 0);
        long now = 0;
        int checked = 0;
        int lastTimestamp = 0;
        int lastPicture = -1;
        while (picture.cuts() < 1000) {
            now += 33 * MS;
            if (random.nextInt(4) == 0) {
                selected = sources.get(random.nextInt(3));
                picture.select(selected.source, now);
            }
            PictureSource before = picture.current();
            for (SyntheticSource source : sources) {
                boolean key = source.keyWanted && random.nextInt(3) > 0;
                source.send(source.frame(key, 2970, random.nextInt(20, 600)), now);
            }
            picture.tick(now);
            for (; checked < sent.size(); checked++) {
                Buffer packet = sent.get(checked);
                assertThat(Rtp.sequence(packet)).isEqualTo(65_000 + checked & 0xFFFF);
                int mark = mark(packet);
                assertThat(mark == selected.mark || before != null && mark == markOf(before))
                        .isTrue();
                if (checked > 0) {
                    int step = Rtp.timestamp(packet) - lastTimestamp;
                    assertThat(step).isBetween(0, 90_000);
                }
                lastTimestamp = Rtp.timestamp(packet);
                if (mark == 3) {
                    int at = Rtp.headerLength(packet);
                    int id = Vp8Descriptor.pictureId(packet, at);
                    boolean start = Vp8Descriptor.startsFrame(packet, at);
                    if (lastPicture >= 0) {
                        assertThat(id).isEqualTo(lastPicture + (start ? 1 : 0) & 0x7FFF);
                    }
                    lastPicture = id;
                }
            }
        }
        assertThat(picture.dropped()).isZero();
    }

    private int markOf(PictureSource source) {
        return source == a.source ? 1 : source == b.source ? 2 : 3;
    }

    private void assertEverythingIsRecalledAsItWasSent() {
        assertThat(sent).isNotEmpty();
        sent.stream()
                .map(PictureSwitchTest::mark)
                .distinct()
                .forEach(this::assertEverythingIsRecalledAsItWasSent);
    }

    private void assertEverythingIsRecalledAsItWasSent(int mark) {
        for (Buffer packet : sent.stream().filter(one -> mark(one) == mark).toList()) {
            Buffer again = picture.recall(Rtp.sequence(packet), 0);
            assertThat(again).isNotNull();
            Rtp.ssrc(again, Rtp.ssrc(packet));
            assertThat(again.bytes()).isEqualTo(packet.bytes());
            again.release();
        }
    }

    @Test
    void makesEveryPacketAgainAsItWasSentAcrossSkippedNumbersAndACut() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        a.source.onSkipped(a.sequence, 0);
        a.sequence = a.sequence + 1 & 0xFFFF;
        a.send(a.frame(false, 3000, 300), MS);
        picture.select(b.source, MS);
        b.send(b.frame(true, 3000, 500), 2 * MS);
        b.send(b.frame(false, 3000, 300), 3 * MS);
        assertThat(marks()).containsExactly(1, 2);
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void makesVp8AgainWithTheNumbersItHad() {
        picture.select(v.source, 0);
        v.send(v.frame(true, 3000, 500), 0);
        v.send(v.frame(false, 3000, 300), MS);
        picture.select(a.source, MS);
        a.send(a.frame(true, 3000, 500), 2 * MS);
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void makesTheParameterSetsAgainThatTheSourceSentOnceOnly() {
        a.send(a.frame(true, 3000, 500), 0);
        picture.select(a.source, 300 * MS);
        List<Buffer> withoutSets = a.frame(true, 3000, 500);
        withoutSets.removeFirst();
        a.send(withoutSets, 301 * MS);
        assertThat(told).containsExactly("a");
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void hasNothingToMakeOfWhatWasNeverSent() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        assertThat(picture.recall(64_999, 0)).isNull();
        assertThat(picture.recall(Rtp.sequence(sent.getLast()) + 1, 0)).isNull();
    }

    @Test
    void findsNothingOfASourceUnderTheNumbersItHadBeforeItBeganAnew() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        a.sequence = a.sequence + 20_000 & 0xFFFF;
        a.send(a.frame(true, 3000, 500), MS);
        assertThat(told).containsExactly("a", "a");
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void letsTheStoreGoOfWhoIsNotSeenAnyMore() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        int lost = Rtp.sequence(sent.getLast());
        picture.select(null, MS);
        picture.tick(500 * MS);
        Buffer again = picture.recall(lost, 500 * MS);
        assertThat(again).isNotNull();
        again.release();
        picture.tick(1500 * MS);
        assertThat(picture.recall(lost, 1500 * MS)).isNull();
    }

    @Test
    void aViewerOfManyLendsNothingThatStaysWithHim() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 5000), 0);
        assertThat(pool.lent()).isEqualTo(sent.size());
    }
}
