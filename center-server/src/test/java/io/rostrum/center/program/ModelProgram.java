package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.Sample;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A program's real vision mixer and easel in one thread, for tests of those who give orders. */
public final class ModelProgram {
    private static final byte[] NO_CARD = H264.key(1);

    private final Set<String> asked = new HashSet<>();
    private final Cut cut;
    private final Easel easel =
            new Easel(
                    Easel.Stand.of(NO_CARD, null), (text, width, height) -> NO_CARD, failing -> {});
    private final VisionMixer vision;
    private @Nullable String shown;
    private @Nullable String card;

    /** What was cut to. */
    public interface Cut {
        /** Nobody and nothing: the stand-by picture. */
        void onCut(@Nullable String source, @Nullable String card);
    }

    public ModelProgram(Cut cut, long nowNanos) {
        this.cut = cut;
        Reel reel = new Reel(Rhythm.DEFAULT, new Nowhere());
        vision = new VisionMixer(Rhythm.DEFAULT, reel, new Desk(), easel::stand, nowNanos);
    }

    public void take(@Nullable String source, long nowNanos) {
        vision.take(source, nowNanos);
    }

    public void card(String text, long nowNanos) {
        easel.say(text);
        vision.renew(nowNanos);
    }

    /**
     * A moment goes by.
     *
     * @param sending those whose pictures come, and who answer
     */
    public void tick(Set<String> all, Predicate<String> sending, long nowNanos) {
        for (String source : all) {
            if (sending.test(source)) {
                boolean key = asked.remove(source);
                byte[] data = key ? H264.key(2) : H264.delta(3);
                vision.onPicture(
                        new SourcePicture(source, SourcePicture.Codec.H264, nowNanos, key, data),
                        nowNanos);
            }
        }
        vision.tick(nowNanos);
    }

    /** Who is in the picture. */
    public @Nullable String shown() {
        return shown;
    }

    /** What the card says that is on. */
    public @Nullable String card() {
        return card;
    }

    private final class Desk implements VisionMixer.Desk {
        @Override
        public void requestKeyFrame(String source) {
            asked.add(source);
        }

        @Override
        public void onStep(String source, boolean kept) {}

        @Override
        public void onFormat(AvcConfig format) {}

        @Override
        public void requestGroup(String source) {}

        @Override
        public void onCut(@Nullable String source, @Nullable String text) {
            shown = source;
            card = text;
            cut.onCut(source, text);
        }
    }

    private static final class Nowhere implements Reel.Out {
        @Override
        public void onOpen(AvcConfig first, long originNanos) {}

        @Override
        public void onPicture(Sample picture, boolean opens) {}
    }
}
