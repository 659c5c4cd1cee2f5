package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.media.codec.Vp8Encoder;
import io.rostrum.media.video.H264;
import io.rostrum.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VP8 on its way into the program: what cannot be coded as it is, and codecs that fail. */
class ConversionTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<SourcePicture> converted = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Conversion conversion;

    private final Conversion.Out out =
            new Conversion.Out() {
                @Override
                public void onConverted(SourcePicture picture) {
                    converted.add(picture);
                }

                @Override
                public void onFailed(String source) {
                    failed.add(source);
                }
            };

    @AfterEach
    void end() {
        if (conversion != null) {
            conversion.close();
        }
    }

    private Conversion start(java.util.function.Supplier<Conversion.Codecs> codecs) {
        Conversion fresh =
                new Conversion("ana", out, asked::incrementAndGet, codecs, Duration.ofMillis(1));
        conversion = fresh;
        return fresh;
    }

    private static SourcePicture vp8(boolean key, int id) {
        return new SourcePicture("ana", SourcePicture.Codec.VP8, id, key, new byte[] {(byte) id});
    }

    @Test
    void aPictureLargerThanTheEncoderTakesIsMadeSmaller() {
        SourcePicture huge = coded(5120, 2880);
        try (Converter converter = new Converter();
                VideoDecoder decoder = VideoDecoder.h264()) {
            SourcePicture small = converter.convert(huge, false, true);

            assertThat(small).isNotNull();
            assertThat(small.key()).isTrue();
            Picture picture = decoder.decode(annexB(small.data()));
            assertThat(picture.width()).isEqualTo(3840);
            assertThat(picture.height()).isEqualTo(2160);
        }
    }

    @Test
    void aPictureSmallerThanTheEncoderTakesIsMadeLarger() {
        try (Converter converter = new Converter()) {
            assertThat(converter.convert(coded(64, 8), false, true)).isNotNull();
        }
    }

    private static SourcePicture coded(int width, int height) {
        try (Vp8Encoder encoder = new Vp8Encoder(new Settings(width, height).vp8())) {
            Picture picture = Picture.of(width, Math.max(16, height)).fill(100, 90, 160);
            byte[] bytes = encoder.encode(picture, 0, true).bytes();
            if (height == 8) { // no encoder of ours makes it: RFC 6386 section 9.1, height at 8
                bytes[8] = 8;
                bytes[9] = 0;
            }
            return new SourcePicture("ana", SourcePicture.Codec.VP8, 0, true, bytes);
        }
    }

    private record Settings(int width, int height) {
        VideoSettings vp8() {
            return VideoSettings.of(width, Math.max(16, height), 30, 800_000);
        }
    }

    private static byte[] annexB(byte[] withLengths) {
        java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(withLengths);
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        while (in.hasRemaining()) {
            byte[] unit = new byte[in.getInt()];
            in.get(unit);
            assertThat(H264.type(unit)).isPositive();
            all.writeBytes(new byte[] {0, 0, 0, 1});
            all.writeBytes(unit);
        }
        return all.toByteArray();
    }

    /** Codecs that fail as often as told, then give what they are given. */
    private final class Failing implements Conversion.Codecs {
        private final AtomicInteger failures;
        private final Throwable with;

        Failing(AtomicInteger failures, Throwable with) {
            this.failures = failures;
            this.with = with;
        }

        @Override
        public @Nullable SourcePicture convert(SourcePicture picture, boolean late, boolean key) {
            if (failures.getAndDecrement() > 0) {
                switch (with) {
                    case RuntimeException fault -> throw fault;
                    case Error error -> throw error;
                    default -> throw new IllegalStateException(with);
                }
            }
            return picture;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(
            classes = {IllegalStateException.class, LinkageError.class, StackOverflowError.class})
    void afterAFailureItIsToldAndTheNextKeyFrameBeginsAnew(Class<? extends Throwable> kind)
            throws ReflectiveOperationException {
        Throwable fault = kind.getConstructor(String.class).newInstance("x");
        AtomicInteger failures = new AtomicInteger(2);
        Conversion current = start(() -> new Failing(failures, fault));
        current.offer(vp8(true, 1));
        Eventually.holds("told", SOON, () -> failed.size() == 1);

        Eventually.holds(
                "again and well",
                SOON,
                () -> {
                    current.offer(vp8(false, 2)); // none of these may come out
                    current.offer(vp8(true, 3));
                    return !converted.isEmpty();
                });

        assertThat(failed).containsExactly("ana", "ana");
        assertThat(converted.getFirst().timeNanos()).isEqualTo(3);
    }

    @Test
    void aSourceThatIsTooFastIsAskedForOneKeyFrameNotForOneAtEveryPicture() {
        Semaphore never = new Semaphore(0);
        Conversion current = start(() -> new Stuck(never));
        current.offer(vp8(true, 0));
        Eventually.holds("stuck in the first one", SOON, never::hasQueuedThreads);
        for (int i = 0; i < 300; i++) {
            current.offer(vp8(i % 30 == 0, i));
        }

        assertThat(asked).hasValue(1);
        assertThat(current.needsKey()).isTrue();
        assertThat(current.dropped()).isGreaterThan(200);
    }

    /** Notes what it is given; each waits at the gate. */
    private record Noting(Semaphore gate, List<String> given) implements Conversion.Codecs {
        @Override
        public @Nullable SourcePicture convert(SourcePicture picture, boolean late, boolean key) {
            gate.acquireUninterruptibly();
            given.add(picture.timeNanos() + (late ? " late" : "") + (key ? " key" : ""));
            return late ? null : picture;
        }

        @Override
        public void close() {}
    }

    /** 300 pictures are ten times as many as may wait otherwise. */
    @Test
    void ofAGroupEverythingIsDecodedAndOnlyTheNewestIsShownAndThenWhatFollows() {
        Semaphore gate = new Semaphore(0);
        List<String> given = new CopyOnWriteArrayList<>();
        Conversion current = start(() -> new Noting(gate, given));
        List<SourcePicture> group = new java.util.ArrayList<>();
        for (int i = 0; i < 300; i++) {
            group.add(vp8(i == 0, i));
        }
        current.offerGroup(group);
        for (int i = 300; i < 305; i++) {
            current.offer(vp8(false, i));
        }
        assertThat(current.needsKey()).isFalse();
        gate.release(1000);
        Eventually.holds("converted", SOON, () -> given.size() == 305);

        assertThat(given.subList(0, 300)).allMatch(picture -> picture.endsWith(" late"));
        assertThat(given.subList(300, 305)).containsExactly("300 key", "301", "302", "303", "304");
        assertThat(converted).extracting(SourcePicture::timeNanos).startsWith(300L);
        assertThat(asked).hasValue(0);
    }

    @Test
    void afterAGroupNoMoreMayWaitThanBefore() {
        Semaphore gate = new Semaphore(0);
        Conversion current = start(() -> new Stuck(gate));
        current.offerGroup(List.of(vp8(true, 0), vp8(false, 1)));
        for (int i = 2; i < 300; i++) {
            current.offer(vp8(false, i));
        }
        assertThat(current.dropped()).isGreaterThan(300 - 2 * Conversion.CAPACITY);
        assertThat(current.needsKey()).isTrue();
    }

    private record Stuck(Semaphore gate) implements Conversion.Codecs {
        @Override
        public @Nullable SourcePicture convert(SourcePicture picture, boolean late, boolean key) {
            gate.acquireUninterruptibly();
            return null;
        }

        @Override
        public void close() {}
    }
}
