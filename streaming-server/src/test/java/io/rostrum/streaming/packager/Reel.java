package io.rostrum.streaming.packager;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.FragmentReader;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.Mark;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Made-up samples of a feed, and what the packager makes of them. Times in ms. */
final class Reel {
    /** A sample, and whether it begins a feed segment. */
    record Shot(Sample sample, boolean first) {}

    /** The smallest pictures that can be repeated. */
    static final byte[] KEY;

    static final byte[] DELTA;

    static {
        try (H264Encoder encoder = new H264Encoder(VideoSettings.of(64, 64, 30, 100_000))) {
            KEY = coded(encoder, 0);
            DELTA = coded(encoder, 3000);
        }
    }

    private static byte[] coded(H264Encoder encoder, long pts) {
        CodedPicture coded = encoder.encode(Picture.of(64, 64), pts, pts == 0);
        List<byte[]> units = Objects.requireNonNull(coded).nalUnits();
        ByteBuffer out = ByteBuffer.allocate(units.stream().mapToInt(u -> 4 + u.length).sum());
        units.forEach(unit -> out.putInt(unit.length).put(unit));
        return out.array();
    }

    final List<Shot> shots = new ArrayList<>();
    private long now;
    private int sound;

    /** A feed segment of so many frames. */
    Reel segment(int frames, double frameMillis) {
        for (int i = 0; i < frames; i++) {
            add(i == 0, i == 0, Math.round(frameMillis * 90));
        }
        return this;
    }

    /** A frame that starts where the last one ended. */
    Reel add(boolean first, boolean key, long ticks) {
        Sample frame = new Sample(FeedTracks.VIDEO, now, ticks, key, key ? KEY : DELTA);
        shots.add(new Shot(frame, first));
        now += ticks;
        while (sound * 1920L < now) {
            byte[] bytes = ("a" + sound).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            shots.add(
                    new Shot(new Sample(FeedTracks.AAC, sound * 1024L, 1024, true, bytes), false));
            sound++;
        }
        return this;
    }

    /** The same with pictures of which none can be repeated. */
    Reel unlike() {
        Reel reel = new Reel();
        for (Shot shot : shots) {
            Sample sample = shot.sample();
            byte[] data = sample.track() == FeedTracks.VIDEO ? new byte[] {1} : sample.data();
            reel.shots.add(
                    new Shot(
                            new Sample(
                                    sample.track(),
                                    sample.decodeTime(),
                                    sample.duration(),
                                    sample.key(),
                                    data),
                            shot.first()));
        }
        return reel;
    }

    /** The same with sound that comes later than its picture by so many frames of 33 ms. */
    Reel soundLater(int frames) {
        Reel late = new Reel();
        int pictures = 0;
        for (Shot shot : shots) {
            boolean picture = shot.sample().track() == FeedTracks.VIDEO;
            pictures += picture ? 1 : 0;
            if (picture) {
                late.shots.add(shot);
            }
            int held = pictures - frames;
            shots.stream()
                    .filter(_ -> picture)
                    .filter(other -> other.sample().track() == FeedTracks.AAC)
                    .filter(other -> held > 0 && index(other) == held)
                    .forEach(late.shots::add);
        }
        return late;
    }

    /** How many pictures came before it. */
    private int index(Shot sound) {
        return (int)
                shots.subList(0, shots.indexOf(sound)).stream()
                        .filter(shot -> shot.sample().track() == FeedTracks.VIDEO)
                        .count();
    }

    /** Segments of random length and rate, as takes at random moments give them. */
    static Reel random(long seed, int segments) {
        Random random = new Random(seed);
        Reel reel = new Reel();
        for (int i = 0; i < segments; i++) {
            int rate = new int[] {1, 4, 7, 12, 15, 18, 20, 24, 25, 30, 60}[random.nextInt(11)];
            int most = random.nextInt(3) == 0 ? rate / 4 + 1 : rate * 5 / 2;
            int frames = 1 + random.nextInt(most);
            for (int f = 0; f < frames; f++) {
                boolean first = f == 0;
                boolean key = first || random.nextInt(50) == 0;
                reel.add(first, key, 90000 / rate + random.nextInt(-400, 401));
            }
        }
        return reel;
    }

    Packed pack() {
        Packed packed = new Packed();
        Packager packager = new Packager(packed);
        for (Shot shot : shots) {
            packager.sample(shot.sample(), shot.first());
            packed.marks.add(packager.mark());
        }
        packager.end();
        return packed;
    }

    /** What came out. */
    static final class Packed implements Packager.Listener {
        final List<Part> parts = new ArrayList<>();
        final List<Long> segments = new ArrayList<>();
        final List<Mark> marks = new ArrayList<>();

        @Override
        public void onPart(Part part) {
            parts.add(part);
        }

        @Override
        public void onSegment(long number) {
            segments.add(number);
        }

        List<Part> of(long number) {
            return parts.stream().filter(part -> part.number() == number).toList();
        }

        List<Long> millis(long number) {
            return of(number).stream().map(part -> part.duration() / 90).toList();
        }

        List<Sample> samples(int track) {
            List<Sample> all = new ArrayList<>();
            FragmentReader reader = new FragmentReader();
            for (Part part : parts) {
                try {
                    reader.read(
                            part.bytes(),
                            sample -> {
                                if (sample.track() == track) {
                                    all.add(sample);
                                }
                            });
                } catch (CmafException e) {
                    throw new AssertionError(e);
                }
            }
            return all;
        }
    }
}
