package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.packet.Rtp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptKeyFrameTest {
    private static final long MS = 1_000_000L;

    private long now = 1000 * MS;

    /** Whole pictures: it was stopped in the middle of one. */
    private static List<Buffer> recording(VideoCodec codec) {
        List<Buffer> all = codec == VideoCodec.H264 ? Recording.h264() : Recording.vp8();
        int last = Rtp.timestamp(all.getLast());
        return all.stream().filter(packet -> Rtp.timestamp(packet) != last).toList();
    }

    private PictureSource source(VideoCodec codec) {
        return new PictureSource("a", codec, new Asked());
    }

    private void send(PictureSource to, List<Buffer> packets) {
        for (Buffer packet : packets) {
            to.onPacket(packet, now);
            now += MS;
        }
    }

    private static int decodedWidth(Frame frame) {
        try (VideoDecoder decoder =
                frame.codec() == VideoCodec.H264 ? VideoDecoder.h264() : VideoDecoder.vp8()) {
            byte[] coded =
                    frame.codec() == VideoCodec.H264
                            ? AnnexB.join(frame.units())
                            : frame.units().getFirst();
            return Objects.requireNonNull(decoder.decode(coded)).width();
        }
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void whatIsKeptOfASourceIsAPictureThatCanBeDecodedByItself(VideoCodec codec) {
        PictureSource source = source(codec);
        send(source, recording(codec));
        Frame frame = Objects.requireNonNull(KeptKeyFrame.of(source, 0));
        assertThat(frame.keyFrame()).isTrue();
        assertThat(frame.rtpTimestamp()).isEqualTo(source.group().timestamp());
        assertThat(decodedWidth(frame)).isEqualTo(320);
    }

    @Test
    void beforeAllOfItHasComeThereIsNone() {
        PictureSource source = source(VideoCodec.H264);
        List<Buffer> packets = Recording.h264();
        assertThat(KeptKeyFrame.of(source, 0)).isNull();
        int key = Rtp.timestamp(packets.getFirst());
        List<Buffer> first = packets.stream().filter(one -> Rtp.timestamp(one) == key).toList();
        assertThat(first).hasSizeGreaterThan(2);
        send(source, first.subList(0, first.size() - 1));
        assertThat(KeptKeyFrame.of(source, 0)).isNull();
        send(source, first.subList(first.size() - 1, first.size()));
        assertThat(KeptKeyFrame.of(source, 0)).isNotNull();
    }

    @Test
    void oneThatBeganBeforeIsNotGiven() {
        PictureSource source = source(VideoCodec.H264);
        send(source, recording(VideoCodec.H264));
        long begun = source.group().begunAt();
        assertThat(KeptKeyFrame.of(source, begun)).isNotNull();
        assertThat(KeptKeyFrame.of(source, begun + 1)).isNull();
    }

    @Test
    void ofASourceThatHasBegunAnewNothingOfBeforeIsGiven() {
        PictureSource source = source(VideoCodec.H264);
        send(source, recording(VideoCodec.H264));
        source.restart(now);
        @Nullable Frame left = KeptKeyFrame.of(source, 0);
        assertThat(left).isNull();
    }
}
