package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins pictures and sound into feed segments; sound that comes before the first picture waits.
 *
 * <p>Sound goes in small groups: a fragment, a chunk and a system call for each of a hundred frames
 * a second would cost more than their encoding. Confined to the program's thread.
 */
final class Segmenter {
    /** Takes the bytes of the feed in order. */
    interface Out {
        /** A segment begins; the one before is complete. */
        void onSegment(long number);

        void onFragment(byte[] fragment);
    }

    /** Frames of sound that wait for a picture at most: 60 ms of both tracks. */
    private static final int GROUP = 6;

    private final Out out;
    private final List<Sample> sound = new ArrayList<>();
    private long next;
    private int sequence;

    Segmenter(Out out) {
        this.out = out;
    }

    /** The first picture has to open a segment. */
    void onPicture(Sample picture, boolean opens) {
        if (opens) {
            if (next > 0) {
                flush();
            }
            out.onSegment(next++);
        }
        out.onFragment(FragmentWriter.write(++sequence, picture));
        flush();
    }

    void onSound(Sample frame) {
        sound.add(frame);
        if (next > 0 && sound.size() >= GROUP) {
            flush();
        }
    }

    /** Writes the sound that waits. */
    void flush() {
        if (!sound.isEmpty()) {
            out.onFragment(FragmentWriter.write(++sequence, sound));
            sound.clear();
        }
    }
}
