package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessUnitsTest {
    private static final long MS = 1_000_000L;

    private final Asked asked = new Asked();
    private final List<Frame> frames = new ArrayList<>();
    private PictureSource source = new PictureSource("a", VideoCodec.H264, asked);
    private AccessUnits units = open();

    private AccessUnits open() {
        return new AccessUnits(source, 100 * MS, frames::add).open();
    }

    private void use(VideoCodec codec) {
        frames.clear();
        asked.times = 0;
        source = new PictureSource("a", codec, asked);
        units = open();
    }

    private static List<Buffer> recording(VideoCodec codec) {
        return codec == VideoCodec.H264 ? Recording.h264() : Recording.vp8();
    }

    private static int framesIn(List<Buffer> packets) {
        return (int) packets.stream().filter(Rtp::marker).count();
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void makesEveryFrameOfARecording(VideoCodec codec) {
        use(codec);
        List<Buffer> packets = recording(codec);
        packets.forEach(packet -> source.onPacket(packet, 0));
        assertThat(frames).hasSize(framesIn(packets));
        assertThat(frames.getFirst().keyFrame()).isTrue();
        assertThat(frames).allMatch(frame -> frame.width() == 320 && frame.height() == 180);
        assertThat(asked.times).isEqualTo(1);
        assertThat(asked.arrived).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void putsReorderedPacketsInOrder(long seed) {
        for (VideoCodec codec : VideoCodec.values()) {
            use(codec);
            List<Buffer> packets = recording(codec);
            int expected = framesIn(packets);
            Random random = new Random(seed);
            for (int i = 0; i + 8 <= packets.size(); i += 8) {
                Collections.shuffle(packets.subList(i, i + 8), random);
            }
            packets.forEach(packet -> source.onPacket(packet, 0));
            assertThat(frames.size()).isBetween(expected - 3, expected);
            for (int i = 1; i < frames.size(); i++) {
                assertThat(frames.get(i).rtpTimestamp() - frames.get(i - 1).rtpTimestamp())
                        .isPositive();
            }
            assertThat(units.losses()).isZero();
        }
    }

    @Test
    void waitsForWhatIsSentAgain() {
        List<Buffer> packets = Recording.h264();
        Buffer late = packets.remove(20);
        long now = 0;
        for (Buffer packet : packets.subList(0, 60)) {
            source.onPacket(packet, now);
            now += MS;
        }
        int before = frames.size();
        source.onPacket(late, 99 * MS);
        assertThat(frames.size()).isGreaterThan(before);
        assertThat(units.losses()).isZero();
    }

    @Test
    void leavesOutWhatFollowsALossUntilAKeyFrame() {
        List<Buffer> packets = Recording.h264();
        int lost = 20;
        int asks = asked.times;
        packets.remove(lost);
        long now = 0;
        for (Buffer packet : packets) {
            source.onPacket(packet, now);
            units.tick(now);
            now += 20 * MS;
        }
        assertThat(units.losses()).isEqualTo(1);
        assertThat(asked.times).isGreaterThan(asks);
        int gap = 0;
        for (int i = 1; i < frames.size(); i++) {
            int step = frames.get(i).rtpTimestamp() - frames.get(i - 1).rtpTimestamp();
            if (step > 6000) {
                gap++;
                assertThat(frames.get(i).keyFrame()).isTrue();
            }
        }
        assertThat(gap).isEqualTo(1);
    }

    @Test
    void closesUpNumbersThatCarryNothing() {
        List<Buffer> packets = Recording.h264();
        for (int i = 0; i < packets.size(); i++) {
            Buffer packet = packets.get(i);
            int sequence = Rtp.sequence(packet);
            Rtp.sequence(packet, sequence + i & 0xFFFF);
            source.onPacket(packet, 0);
            source.onSkipped(sequence + i + 1 & 0xFFFF, 0);
        }
        assertThat(frames).hasSize(framesIn(packets));
    }

    @Test
    void goesOnAcrossTheWrapOfSequenceNumbers() {
        List<Buffer> packets = Recording.h264();
        int shift = 65_536 - 100 - Rtp.sequence(packets.getFirst());
        for (Buffer packet : packets) {
            Rtp.sequence(packet, Rtp.sequence(packet) + shift & 0xFFFF);
            source.onPacket(packet, 0);
        }
        assertThat(frames).hasSize(framesIn(packets));
    }

    @Test
    void givesAKeyFrameTheParameterSetsThatWereSeenBefore() {
        for (Buffer packet : Recording.h264()) {
            source.onPacket(packet, 0);
        }
        assertThat(frames.stream().filter(Frame::keyFrame))
                .allMatch(frame -> H264.type(frame.units().getFirst()) == H264.SEQUENCE_SET);
    }

    @Test
    void asksAgainWhileNoKeyFrameComes() {
        units.tick(0);
        units.tick(MS);
        assertThat(asked.times).isEqualTo(3);
        units.close();
        assertThat(source.isWatched()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {30_000, -30_000, 4000, -4000})
    void goesOnWithTheNextKeyFrameAfterTheSourceHasBegunAnew(int jump) {
        List<Buffer> packets = Recording.h264();
        for (int i = 0; i < packets.size(); i++) {
            Buffer packet = packets.get(i);
            Rtp.sequence(packet, Rtp.sequence(packet) + (i < 40 ? 0 : jump) & 0xFFFF);
            source.onPacket(packet, i * MS);
        }
        assertThat(frames.size()).isGreaterThan(framesIn(packets) - 25);
        assertThat(units.losses()).isEqualTo(1);
    }

    @Test
    void anotherSsrcIsANewBeginningHoweverNearItsNumbersAre() {
        List<Buffer> packets = Recording.h264();
        for (int i = 0; i < 40; i++) {
            source.onPacket(packets.get(i), i * MS);
        }
        int before = frames.size();
        int asks = asked.times;
        source.restart(40 * MS);
        assertThat(asked.times).isEqualTo(asks + 1);
        for (int i = 40; i < packets.size(); i++) {
            Buffer packet = packets.get(i);
            Rtp.sequence(packet, Rtp.sequence(packet) + 3 & 0xFFFF);
            source.onPacket(packet, i * MS);
        }
        assertThat(frames.get(before).keyFrame()).isTrue();
        assertThat(units.losses()).isEqualTo(1);
    }

    @Test
    void givesOnceMoreWhatCameSinceTheLatestKeyFrame() {
        List<Buffer> packets = Recording.h264();
        while (!Rtp.marker(packets.getLast())) {
            packets.removeLast();
        }
        for (int i = 0; i < packets.size(); i++) {
            source.onPacket(packets.get(i), i * MS);
        }
        List<Frame> all = List.copyOf(frames);
        int key = all.size() - 1;
        while (!all.get(key).keyFrame()) {
            key--;
        }
        frames.clear();
        units.replay();
        assertThat(frames)
                .extracting(Frame::rtpTimestamp)
                .containsExactlyElementsOf(
                        all.subList(key, all.size()).stream().map(Frame::rtpTimestamp).toList());
        assertThat(frames)
                .extracting(Frame::completedNanos)
                .containsExactlyElementsOf(
                        all.subList(key, all.size()).stream().map(Frame::completedNanos).toList());
    }
}
