package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.conversion.Conversions;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.media.codec.Vp8Encoder;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.H264;
import io.rostrum.media.video.Vp8;
import io.rostrum.protocol.signal.VideoTrouble;
import io.rostrum.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources that can be shown to nobody as they come, and are coded anew. */
class EncodingConversionTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long MS = 1_000_000L;
    private static final int PICTURE = 3000;

    private final Queue<Runnable> loop = new ConcurrentLinkedQueue<>();
    private final List<Frame> frames = new ArrayList<>();
    private final Conversions conversions = new Conversions(1);
    private final Told told = new Told();
    private @Nullable PictureUp up;
    private @Nullable Inbound inbound;
    private Format format = Format.H264;
    private int sequence = 65_500;
    private long now;

    /** Keeps what the owner is told. */
    private static final class Told implements PictureUp.Owner {
        private int feedback;
        private boolean sending;
        private @Nullable VideoTrouble trouble;

        @Override
        public void onFeedbackDue() {
            feedback++;
        }

        @Override
        public void onSending(boolean nowSending) {
            sending = nowSending;
        }

        @Override
        public void onTrouble(@Nullable VideoTrouble newTrouble) {
            trouble = newTrouble;
        }
    }

    @AfterEach
    void end() {
        if (up != null) {
            up.close();
        }
        assertThat(conversions.running()).isZero();
    }

    private PictureUp open(Format with, Conversions from) {
        format = with;
        Codec codec = new Codec(with, 96, OptionalInt.empty(), Map.of(), Set.of());
        PictureUp fresh =
                new PictureUp(
                        "ana",
                        codec,
                        List.of(),
                        new LipSync(),
                        from.on(loop::add, () -> now),
                        told);
        up = fresh;
        inbound = fresh.encodings().getFirst().bind(1);
        return fresh;
    }

    private void watch(PictureUp whom) {
        new AccessUnits(whom.source(), 300 * MS, frames::add).open();
    }

    private void drain() {
        for (Runnable work = loop.poll(); work != null; work = loop.poll()) {
            work.run();
        }
    }

    private void send(byte[] coded, int timestamp) {
        switch (format) {
            case H264 ->
                    H264.packetize(
                            AnnexB.split(coded),
                            1100,
                            (payload, last) -> packet(payload, last, timestamp));
            case VP8 ->
                    Vp8.packetize(
                            coded, 1100, 1, 1, (payload, last) -> packet(payload, last, timestamp));
            default -> throw new IllegalArgumentException(format.name());
        }
    }

    private void packet(byte[] payload, boolean last, int timestamp) {
        Buffer packet = Buffer.wrap(new byte[Rtp.FIXED_HEADER + payload.length]);
        sequence = sequence + 1 & 0xFFFF;
        Rtp.write(packet, 96, sequence, timestamp, 1);
        Rtp.marker(packet, last);
        packet.put(Rtp.FIXED_HEADER, payload, 0, payload.length);
        Objects.requireNonNull(inbound).onRtp(packet, now);
    }

    /** 61 pictures in the order of decoding: I P B B P B B, brighter by 3 from one to the next. */
    private static List<byte[]> bFrames() throws IOException {
        try (InputStream in =
                EncodingConversionTest.class.getResourceAsStream(
                        "/conversion/b-frames-128x72.h264")) {
            List<List<byte[]>> units = new ArrayList<>();
            for (byte[] unit : AnnexB.split(Objects.requireNonNull(in).readAllBytes())) {
                if (H264.type(unit) == 9) {
                    units.add(new ArrayList<>());
                }
                units.getLast().add(unit);
            }
            return units.stream().map(AnnexB::join).toList();
        }
    }

    /** Which picture is shown in that place of the order of decoding. */
    private static int shownAt(int index) {
        int group = (index - 1) / 3;
        int place = (index - 1) % 3;
        return index == 0 ? 0 : place == 0 ? 3 * group + 3 : 3 * group + place;
    }

    private void sendBFrames(PictureUp from) throws IOException {
        List<byte[]> coded = bFrames();
        assertThat(coded).hasSize(61);
        for (int i = 0; i < coded.size(); i++) {
            now += 33 * MS;
            send(coded.get(i), -30 * PICTURE + shownAt(i) * PICTURE); // the clock wraps on the way
            from.tick(now);
            drain();
        }
    }

    @Test
    void bFramesAreCodedAnewInTheOrderInWhichTheyAreShown() throws IOException {
        PictureUp ana = open(Format.H264, conversions);
        watch(ana);
        sendBFrames(ana);
        Eventually.holds(
                "converted",
                SOON,
                () -> {
                    drain();
                    boolean begun = frames.stream().filter(Frame::keyFrame).count() > 1;
                    return begun && frames.size() + conversions.dropped() >= 50;
                });

        assertThat(told.trouble)
                .isEqualTo(new VideoTrouble(VideoTrouble.Kind.B_FRAMES, null, true));
        assertThat(told.sending).isTrue();
        assertThat(ana.source().refused()).isZero();
        int first = frames.indexOf(afterConversion());
        try (VideoDecoder decoder = VideoDecoder.h264()) {
            for (Frame frame : frames.subList(first, frames.size())) {
                Picture picture = decoder.decode(AnnexB.join(frame.units()));
                int place = frame.rtpTimestamp() / PICTURE + 30;
                assertThat(Objects.requireNonNull(picture).y(64, 36))
                        .isBetween(16 + 3 * place - 4, 16 + 3 * place + 4);
            }
        }
        for (int i = first + 1; i < frames.size(); i++) {
            assertThat(frames.get(i).rtpTimestamp() - frames.get(i - 1).rtpTimestamp())
                    .isPositive();
        }
    }

    /** The first picture that is not of the encoder itself. */
    private Frame afterConversion() {
        return frames.stream().filter(Frame::keyFrame).skip(1).findFirst().orElseThrow();
    }

    @Test
    void withoutRoomForItBFramesAreRefusedWithWords() throws IOException {
        Conversions none = new Conversions(0);
        PictureUp ana = open(Format.H264, none);
        watch(ana);
        sendBFrames(ana);
        assertThat(told.trouble)
                .isEqualTo(new VideoTrouble(VideoTrouble.Kind.B_FRAMES, null, false));
        assertThat(none.refused()).isEqualTo(1);
        assertThat(ana.source().refused()).isGreaterThan(50);
        assertThat(frames).hasSizeLessThan(4);
    }

    @Test
    void anotherSsrcIsNotConvertedBeforeItHasBFramesItself() throws IOException {
        PictureUp ana = open(Format.H264, conversions);
        sendBFrames(ana);
        assertThat(conversions.running()).isEqualTo(1);
        inbound = ana.encodings().getFirst().bind(2);
        List<byte[]> coded = bFrames();
        now += 33 * MS;
        send(coded.getFirst(), 0);
        ana.tick(now);
        assertThat(conversions.running()).isZero();
        assertThat(told.trouble).isNull();
        assertThat(ana.source().group().begun()).isTrue();
    }

    @Test
    void whoBeginsAnewAgainAndAgainIsConvertedAtMostOnceASecond() throws IOException {
        PictureUp ana = open(Format.H264, conversions);
        sendBFrames(ana);
        assertThat(conversions.begun()).isEqualTo(1);
        List<byte[]> coded = bFrames();
        for (int i = 0; i < 20; i++) {
            sequence = sequence + 20_000 & 0xFFFF;
            for (int at = 0; at < 12; at++) {
                now += MS;
                send(coded.get(at), shownAt(at) * PICTURE);
            }
        }
        assertThat(conversions.begun()).isLessThanOrEqualTo(2);
        now += 1000 * MS;
        sequence = sequence + 20_000 & 0xFFFF;
        sendBFrames(ana);
        assertThat(conversions.running()).isEqualTo(1);
        assertThat(told.trouble)
                .isEqualTo(new VideoTrouble(VideoTrouble.Kind.B_FRAMES, null, true));
    }

    /** Runs a camera of ten pictures a second that has a key frame only where it is told. */
    private void run(PictureUp of, Vp8Encoder encoder, int pictures, boolean listens) {
        Picture picture = Picture.of(64, 64);
        for (int i = 0; i < pictures; i++) {
            now += 100 * MS;
            int before = told.feedback;
            of.tick(now);
            boolean key = listens && told.feedback > before;
            picture.fill(40 + i % 100, 128, 128);
            byte[] coded = encoder.encode(picture, now / MS * 90, key).bytes();
            send(coded, (int) (now / MS * 90));
            drain();
        }
    }

    @Test
    void aSourceWithOneKeyFrameInAllCanBeBegunWithHoweverLongAgoThatWas() {
        PictureUp ana = open(Format.VP8, conversions);
        try (Vp8Encoder encoder = new Vp8Encoder(VideoSettings.of(64, 64, 10, 100_000))) {
            run(ana, encoder, 400, false);
            assertThat(conversions.begun()).isEqualTo(1);
            assertThat(told.feedback).as("asked whether it answers").isPositive();
            assertThat(told.trouble)
                    .isEqualTo(new VideoTrouble(VideoTrouble.Kind.KEY_FRAMES, null, true));
            assertThat(conversions.pictures()).as("nobody watches").isZero();
            watch(ana);
            Eventually.holds(
                    "shown",
                    SOON,
                    () -> {
                        run(ana, encoder, 1, false);
                        return frames.size() > 10;
                    });
        }
        assertThat(frames.getFirst().keyFrame()).isTrue();
        assertThat(frames.stream().filter(Frame::keyFrame)).hasSize(1);
    }

    @Test
    void whoAnswersIsAskedOnceAndLeftAsHeIs() {
        PictureUp ana = open(Format.VP8, conversions);
        try (Vp8Encoder encoder = new Vp8Encoder(VideoSettings.of(64, 64, 10, 100_000))) {
            run(ana, encoder, 400, true);
        }
        assertThat(told.feedback).isEqualTo(1);
        assertThat(conversions.begun()).isZero();
        assertThat(told.trouble).isNull();
    }
}
