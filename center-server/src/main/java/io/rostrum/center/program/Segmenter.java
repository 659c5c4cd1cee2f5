package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins pictures and sound into feed segments; sound that comes before the first picture waits.
 *
 * <p>Confined to the program's thread.
 */
final class Segmenter {
    /** Takes the bytes of the feed in order. */
    interface Out {
        /** A segment begins; the one before is complete. */
        void onSegment(long number);

        void onFragment(byte[] fragment);
    }

    private final Out out;
    private final List<Sample> waiting = new ArrayList<>();
    private long next;
    private int sequence;

    Segmenter(Out out) {
        this.out = out;
    }

    /** The first picture has to open a segment. */
    void onPicture(Sample picture, boolean opens) {
        if (opens) {
            out.onSegment(next++);
        }
        write(picture);
        waiting.forEach(this::write);
        waiting.clear();
    }

    void onSound(Sample frame) {
        if (next == 0) {
            waiting.add(frame);
        } else {
            write(frame);
        }
    }

    private void write(Sample sample) {
        out.onFragment(FragmentWriter.write(++sequence, sample));
    }
}
