package io.rostrum.center.program;

import io.rostrum.center.program.Avc.Unit;
import io.rostrum.media.video.SequenceSet;
import io.rostrum.media.video.StandBy;
import io.rostrum.protocol.cmaf.AvcConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the card that stands in a program where nobody's picture is, in the program's own size.
 *
 * <p>A card is drawn and coded when it is first shown, and kept: the same name comes again. Where
 * none can be made, the stand-by picture stands instead. Confined to the program's thread.
 */
final class Easel {
    /** Names that are kept; the one shown longest ago is forgotten first. */
    private static final int MOST = 16;

    private static final Size USUAL = new Size(1280, 720);
    private static final int SMALLEST_SIDE = 160;
    private static final int LARGEST_SIDE = 1920;
    private static final System.Logger LOG = System.getLogger(Easel.class.getName());

    /**
     * A key frame that stands for as long as needed.
     *
     * @param card what it says; null: it is the stand-by picture
     */
    record Stand(Unit unit, AvcConfig config, @Nullable String card) {
        static Stand standBy() {
            return of(StandBy.keyFrame(), null);
        }

        static Stand of(byte[] keyFrame, @Nullable String card) {
            Avc avc = new Avc();
            Unit unit = Objects.requireNonNull(avc.unit(keyFrame), "a card is no key frame");
            return new Stand(unit, Objects.requireNonNull(avc.config(), "no sets"), card);
        }
    }

    /** Draws and codes a card; the seam at which the tests stand. */
    interface Painter {
        byte[] paint(String text, int width, int height);
    }

    private record Size(int width, int height) {}

    private record Wanted(String text, Size size) {}

    private final Painter painter;
    private final Consumer<Boolean> failing;
    private final Stand standBy;
    private final Map<Wanted, Stand> made = new LinkedHashMap<>(MOST, 0.75f, true);
    private @Nullable String text;
    private Size size = USUAL;

    /**
     * @param standBy stands before anything was said, and where no card can be made
     * @param failing told whether the last card could not be made
     */
    Easel(Stand standBy, Painter painter, Consumer<Boolean> failing) {
        this.painter = painter;
        this.failing = failing;
        this.standBy = standBy;
    }

    /** What the card says from now on. */
    void say(String news) {
        text = news;
    }

    /** The program has that size now. */
    void resize(AvcConfig program) {
        SequenceSet set = SequenceSet.parse(program.sps().getFirst());
        if (set != null) {
            size = fitting(set.width() & ~1, set.height() & ~1);
        }
    }

    private static Size fitting(int width, int height) {
        boolean fits =
                Math.min(width, height) >= SMALLEST_SIDE && Math.max(width, height) <= LARGEST_SIDE;
        return fits ? new Size(width, height) : USUAL;
    }

    /** The card as it is to be; the stand-by picture before anything was said. */
    Stand stand() {
        return text == null ? standBy : card(new Wanted(text, size));
    }

    private Stand card(Wanted wanted) {
        Stand before = made.get(wanted);
        if (before != null) {
            return before;
        }
        Stand card = paint(wanted);
        made.put(wanted, card);
        if (made.size() > MOST) {
            made.remove(made.keySet().iterator().next());
        }
        return card;
    }

    /** A card that could not be made is not tried again with every picture. */
    private Stand paint(Wanted wanted) {
        try {
            Stand card =
                    Stand.of(
                            painter.paint(wanted.text, wanted.size.width(), wanted.size.height()),
                            wanted.text);
            failing.accept(false);
            return card;
        } catch (RuntimeException | Error e) { // a missing codec, and what else ends a thread
            LOG.log(System.Logger.Level.WARNING, "no card can be drawn", e);
            failing.accept(true);
            return standBy;
        }
    }
}
