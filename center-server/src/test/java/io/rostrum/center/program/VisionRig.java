package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A vision mixer against a clock that is only a number, and what came out of it. */
abstract class VisionRig {
    static final long MS = 1_000_000;
    static final long START = 77_000 * MS;
    static final int STAND_BY = 0;

    record Shown(long ms, long durationMs, boolean key, int picture, boolean opens) {}

    final List<Shown> shown = new ArrayList<>();
    final List<Sample> samples = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    final List<String> groups = new ArrayList<>();
    final List<@Nullable String> cuts = new ArrayList<>();
    final List<@Nullable String> cards = new ArrayList<>();
    Easel.Stand stand = Easel.Stand.of(H264.key(STAND_BY), null);
    final List<Long> opened = new ArrayList<>();
    Reel reel;
    VisionMixer vision;
    long now = START;

    @BeforeEach
    void start() {
        reel =
                new Reel(
                        Rhythm.DEFAULT,
                        new Reel.Out() {
                            @Override
                            public void onOpen(AvcConfig first, long originNanos) {
                                opened.add((originNanos - START) / MS);
                            }

                            @Override
                            public void onPicture(Sample picture, boolean opens) {
                                samples.add(picture);
                                shown.add(
                                        new Shown(
                                                picture.decodeTime() / 90,
                                                picture.duration() / 90,
                                                picture.key(),
                                                picture.data()[picture.data().length - 1],
                                                opens));
                            }
                        });
        vision =
                new VisionMixer(
                        Rhythm.DEFAULT,
                        reel,
                        new VisionMixer.Desk() {
                            @Override
                            public void requestKeyFrame(String source) {
                                asked.add(source);
                            }

                            @Override
                            public void onStep(String source, boolean kept) {
                                steps.add(source + (kept ? " in step" : " out of step"));
                            }

                            @Override
                            public void onFormat(AvcConfig format) {}

                            @Override
                            public void requestGroup(String source) {
                                groups.add(source);
                            }

                            @Override
                            public void onCut(@Nullable String source, @Nullable String card) {
                                cuts.add(source);
                                cards.add(card);
                            }
                        },
                        () -> stand,
                        START);
    }

    void picture(String source, boolean key, int id) {
        pictureOf(now, source, key, id);
    }

    void pictureOf(long timeNanos, String source, boolean key, int id) {
        byte[] data = key ? H264.key(id) : H264.delta(id);
        vision.onPicture(
                new SourcePicture(source, SourcePicture.Codec.H264, timeNanos, key, data), now);
    }

    /** Lets time go by with a tick every 20 ms. */
    void pass(long ms) {
        for (long end = now + ms * MS; now < end; ) {
            now += 20 * MS;
            vision.tick(now);
        }
    }

    /** A source at 25 pictures a second that answers nobody. */
    void run(String source, long ms, int id) {
        for (long i = 0; i < ms / 40; i++) {
            pass(40);
            picture(source, false, id);
        }
    }

    void onAir(String source, int id) {
        vision.take(source, now);
        picture(source, true, id);
        asked.clear();
    }

    /** On air, and behind the first, short segment. */
    void firstSegment(String source, int id) {
        onAir(source, id);
        run(source, 560, id);
        pass(40);
        picture(source, true, id);
        asked.clear();
    }

    List<Integer> ids() {
        return shown.stream().map(Shown::picture).toList();
    }
}
