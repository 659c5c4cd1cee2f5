package io.rostrum.load.peer;

import io.rostrum.media.codec.CodedPicture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes each second of a round once and keeps it; from the second round on a picture costs
 * nothing.
 *
 * <p>Each second begins with a key frame, so that any two fit together; requests for more are not
 * answered.
 */
final class Repeating implements Film {
    private final Film live;
    private final int rate;
    private final Reel reel;
    private List<CodedPicture> shooting = new ArrayList<>();
    private long expected = -1;

    Repeating(Reel reel, int rate, Film live) {
        this.reel = reel;
        this.rate = rate;
        this.live = live;
    }

    @Override
    public @Nullable CodedPicture at(long beat, boolean keyFrameWanted) {
        int inside = (int) (beat % rate);
        int second = (int) (beat / rate % reel.length());
        List<CodedPicture> kept = reel.second(second);
        return kept == null ? shoot(beat, second, inside) : kept.get(inside);
    }

    private @Nullable CodedPicture shoot(long beat, int second, int inside) {
        CodedPicture coded = live.at(beat, inside == 0);
        if (inside == 0) {
            shooting = new ArrayList<>(rate);
        } else if (beat != expected) {
            shooting.clear();
        }
        expected = beat + 1;
        if (coded != null && shooting.size() == inside) {
            shooting.add(coded);
            if (shooting.size() == rate) {
                reel.keep(second, shooting);
            }
        }
        return coded;
    }

    @Override
    public void close() {
        live.close();
    }
}
