package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.Fuzz;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoFuzzTest {
    private final Random random = new Random(9);
    private final BufferPool pool = new BufferPool(4000);
    private final Asked asked = new Asked();
    private long now;

    enum Target {
        SEQUENCE_SET,
        H264_UNITS,
        H264_CONTENT,
        VP8_CONTENT,
        VP8_FRAME,
        ACCESS_UNITS,
        PICTURE_SWITCH
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void noInputBreaksIt(Target target) {
        feed(target, Fuzz.QUICK, 1);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    @Tag("slow")
    void noneOfAMillionInputsBreaksIt(Target target) {
        feed(target, Fuzz.THOROUGH, 2);
    }

    /** Those with a stream in the background see few of the inputs: a corpus says nothing there. */
    private void feed(Target target, int inputs, long seed) {
        switch (target) {
            case ACCESS_UNITS, PICTURE_SWITCH ->
                    Fuzz.feed(inputs, seed, valid(target), parser(target));
            case SEQUENCE_SET, H264_UNITS, H264_CONTENT, VP8_CONTENT, VP8_FRAME ->
                    Fuzz.feed(corpus(target), inputs, seed, valid(target), parser(target));
        }
    }

    private static String corpus(Target target) {
        return target.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<byte[]> valid(Target target) {
        return switch (target) {
            case SEQUENCE_SET ->
                    List.of(
                            HexFormat.of()
                                    .parseHex("6742c00bd901419f9f011000000300100000030140f142a480"),
                            HexFormat.of()
                                    .parseHex(
                                            "67640028acd940780227e5c044000003000400000300503c60c658"));
            case H264_UNITS, H264_CONTENT, ACCESS_UNITS -> packets(Recording.h264());
            case VP8_CONTENT, VP8_FRAME -> packets(Recording.vp8());
            case PICTURE_SWITCH -> both();
        };
    }

    private static List<byte[]> packets(List<Buffer> recording) {
        return recording.stream().map(Buffer::bytes).toList();
    }

    private static List<byte[]> both() {
        List<byte[]> both = new ArrayList<>(packets(Recording.h264()));
        both.addAll(packets(Recording.vp8()));
        return both;
    }

    private Consumer<byte[]> parser(Target target) {
        return switch (target) {
            case SEQUENCE_SET -> SequenceSet::parse;
            case H264_UNITS -> input -> H264.units(List.of(payload(input), payload(input)));
            case H264_CONTENT -> input -> content(VideoCodec.H264, input);
            case VP8_CONTENT -> input -> content(VideoCodec.VP8, input);
            case VP8_FRAME -> input -> Vp8.frame(List.of(payload(input), payload(input)));
            case ACCESS_UNITS -> accessUnits();
            case PICTURE_SWITCH -> pictureSwitch();
        };
    }

    private static byte[] payload(byte[] input) {
        Buffer packet = Buffer.wrap(input);
        return Rtp.isValid(packet)
                ? packet.bytes(Rtp.headerLength(packet), Rtp.payloadLength(packet))
                : input;
    }

    private static void content(VideoCodec codec, byte[] input) {
        Buffer packet = Buffer.wrap(input);
        if (Rtp.isValid(packet)) {
            Content.of(codec, packet);
        }
    }

    /** Damage comes into a stream that is valid otherwise, else nothing would ever begin. */
    private final class Stream {
        private final PictureSource source;
        private final List<Buffer> packets;
        private int at;
        private int sequence;
        private int timestamp;

        Stream(VideoCodec codec) {
            source = new PictureSource("source", codec, asked);
            packets = codec == VideoCodec.H264 ? Recording.h264() : Recording.vp8();
        }

        void next() {
            Buffer packet = packets.get(at);
            at = (at + 1) % packets.size();
            Rtp.sequence(packet, sequence++ & 0xFFFF);
            Rtp.timestamp(packet, timestamp);
            timestamp += Rtp.marker(packet) ? 3000 : 0;
            source.onPacket(packet, now);
        }
    }

    private Consumer<byte[]> accessUnits() {
        Stream stream = new Stream(VideoCodec.H264);
        int[] frames = {0};
        AccessUnits units =
                new AccessUnits(stream.source, 50_000_000L, frame -> frames[0]++).open();
        int[] inputs = {0};
        return input -> {
            stream.next();
            if (random.nextInt(100) == 0) {
                offer(stream.source, input);
            }
            units.tick(now);
            if (++inputs[0] == Fuzz.QUICK) {
                assertThat(frames[0]).isGreaterThan(1000);
            }
        };
    }

    private Consumer<byte[]> pictureSwitch() {
        List<Stream> streams =
                List.of(
                        new Stream(VideoCodec.H264),
                        new Stream(VideoCodec.VP8),
                        new Stream(VideoCodec.H264));
        PictureSwitch picture =
                new PictureSwitch(
                        new PictureSwitch.Settings(
                                Map.of(VideoCodec.H264, 100, VideoCodec.VP8, 101),
                                new ExtensionIds(1, 2, 3, 4, 5, 6),
                                "mid",
                                0,
                                0,
                                0),
                        pool,
                        (packet, time) -> {
                            assertThat(Rtp.isValid(packet)).isTrue();
                            packet.release();
                        },
                        new PictureSwitch.Listener() {
                            @Override
                            public void onCut(PictureSource source, long nowNanos) {}

                            @Override
                            public void onUndecodable(PictureSource source, long nowNanos) {}
                        });
        int[] inputs = {0};
        return input -> {
            if (random.nextInt(300) == 0) {
                int choice = random.nextInt(4);
                picture.select(choice == 3 ? null : streams.get(choice).source, now);
            }
            streams.forEach(Stream::next);
            if (random.nextInt(50) == 0) {
                offer(streams.get(random.nextInt(3)).source, input);
            }
            picture.onKeyFrameRequest(now);
            picture.tick(now);
            assertThat(pool.lent()).isLessThan(2100);
            if (++inputs[0] == Fuzz.QUICK) {
                assertThat(picture.cuts()).isGreaterThan(100);
            }
        };
    }

    private void offer(PictureSource source, byte[] input) {
        now += 1_000_000;
        if (random.nextInt(100) == 0) {
            source.restart(now);
        }
        Buffer packet = Buffer.copyOf(input, 0, input.length);
        if (!Rtp.isValid(packet)) {
            return;
        }
        if (random.nextInt(20) == 0 || Rtp.payloadLength(packet) == 0) {
            source.onSkipped(Rtp.sequence(packet), now);
        } else {
            source.onPacket(packet, now);
        }
    }
}
