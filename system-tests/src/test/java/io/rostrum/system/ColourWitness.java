package io.rostrum.system;

import io.rostrum.load.peer.Witness;
import io.rostrum.media.codec.Picture;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes the colour of every picture that comes. */
final class ColourWitness implements Witness {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Set<Colour> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pictures = new AtomicInteger();
    private volatile Colour now = Colour.BLACK;

    @Override
    public void onSound(float[] stereo, int samples, long nowNanos) {}

    @Override
    public void onPicture(Picture picture, long nowNanos) {
        now = colourOf(picture);
        seen.add(now);
        pictures.incrementAndGet();
    }

    /** Of the middle, where neither name nor clock is. */
    private static Colour colourOf(Picture picture) {
        int x = picture.width() / 5;
        int y = picture.height() / 2;
        double bright = (picture.y(x, y) - 16) * 1.164;
        double blue = picture.u(x, y) - 128.0;
        double red = picture.v(x, y) - 128.0;
        return Colour.nearest(
                (int) (bright + 1.596 * red),
                (int) (bright - 0.391 * blue - 0.813 * red),
                (int) (bright + 2.018 * blue));
    }

    /** Waits until the last picture has this colour. */
    void awaits(Colour colour) {
        var ignored = Eventually.becomes("a picture in " + colour, SOON, () -> now, colour::equals);
    }

    /** Waits for so many more pictures. */
    void awaitsPictures(int more) {
        int goal = pictures.get() + more;
        Eventually.holds(more + " more pictures", SOON, () -> pictures.get() >= goal);
    }

    void forget() {
        seen.clear();
    }

    /** Every colour since {@link #forget()}. */
    Set<Colour> seen() {
        return Set.copyOf(seen);
    }
}
