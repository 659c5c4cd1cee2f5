package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.video.PictureRepeater;
import io.rostrum.protocol.cmaf.Sample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pictures of sources that send few: the program goes on evenly and nothing breaks. */
class VisionMixerSlowTest extends VisionRig {
    /** A camera that answers requests with its next picture. */
    private void run(TestSource source, long ms, long distance) {
        for (long until = now + ms * MS; now < until; ) {
            pass(distance);
            source.keyWanted |= !asked.isEmpty();
            asked.clear();
            vision.onPicture(source.next(now), now);
        }
    }

    private static List<byte[]> units(byte[] data) {
        List<byte[]> units = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(data); in.hasRemaining(); ) {
            byte[] unit = new byte[in.getInt()];
            in.get(unit);
            units.add(unit);
        }
        return units;
    }

    private void assertEverythingIsDecoded(int brightness) {
        try (VideoDecoder decoder = VideoDecoder.h264()) {
            for (Sample sample : samples) {
                Picture picture = decoder.decode(AnnexB.join(units(sample.data())));
                assertThat(Objects.requireNonNull(picture).y(300, 2))
                        .isBetween(brightness - 12, brightness + 12);
            }
            assertThat(decoder.malformed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {240, 500, 1000, 1240})
    void theProgramIsNeverFurtherBehindThanTheDistanceOfWhatStandsIn(long distance) {
        try (TestSource source = new TestSource("a", SourcePicture.Codec.H264, 320, 180, 1, 100)) {
            vision.take("a", now);
            vision.onPicture(source.next(now), now);
            run(source, 5000, distance);
            long behind = 0;
            for (int i = 0; i < 250; i++) {
                pass(20);
                if ((i + 1) % (distance / 20) == 0) {
                    vision.onPicture(source.next(now), now);
                }
                behind = Math.max(behind, (now - START) / MS - end());
            }
            assertThat(behind).isLessThanOrEqualTo(240);
        }
        assertThat(samples).allMatch(sample -> sample.duration() <= 90 * 260);
        assertThat(cuts).containsExactly("a");
        assertEverythingIsDecoded(100);
    }

    /** Up to where everything is with those who package it, in ms. */
    private long end() {
        Sample last = samples.getLast();
        return (last.decodeTime() + last.duration()) / 90;
    }

    @Test
    void aBusySourceThatPausesGoesOnWhereItWasAndNobodyAsksForAKeyFrame() {
        try (TestSource source = new TestSource("a", SourcePicture.Codec.H264, 320, 180, 25, 100)) {
            vision.take("a", now);
            vision.onPicture(source.next(now), now);
            run(source, 800, 40);
            int before = samples.size();
            long keys = samples.stream().filter(Sample::key).count();
            pass(800);
            vision.onPicture(source.next(now), now);
            run(source, 80, 40);
            assertThat(samples.subList(before, samples.size())).hasSizeBetween(4, 8);
            assertThat(samples.stream().filter(Sample::key)).hasSize((int) keys);
        }
        assertEverythingIsDecoded(100);
    }

    @Test
    void whoPackagesItCanRepeatWhatStandsInAlready() {
        try (TestSource source = new TestSource("a", SourcePicture.Codec.H264, 320, 180, 1, 100)) {
            vision.take("a", now);
            vision.onPicture(source.next(now), now);
            run(source, 3000, 1000);
        }
        assertThat(samples).hasSizeGreaterThan(10);
        PictureRepeater repeater = new PictureRepeater();
        for (Sample sample : samples) {
            repeater.onPicture(sample.data(), sample.key());
            assertThat(repeater.repetition()).isNotNull();
        }
    }
}
