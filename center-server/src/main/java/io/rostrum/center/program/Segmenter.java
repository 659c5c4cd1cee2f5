package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.Arrays;
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

        /** One or more whole fragments. */
        void onFragments(byte[] fragments);
    }

    /** Frames of sound that wait for a picture at most: 60 ms of both tracks. */
    private static final int GROUP = 6;

    private final Out out;
    private final List<Sample> sound = new ArrayList<>();
    private long next;
    private boolean open;
    private int sequence;

    /**
     * @param first number of the first segment
     */
    Segmenter(Out out, long first) {
        this.out = out;
        next = first;
    }

    /** The first picture has to open a segment. */
    void onPicture(Sample picture, boolean opens) {
        if (opens) {
            flush();
            open = true;
            out.onSegment(next++);
        }
        byte[] frame = FragmentWriter.write(++sequence, picture);
        out.onFragments(sound.isEmpty() ? frame : join(frame, takeSound()));
    }

    void onSound(Sample frame) {
        sound.add(frame);
    }

    /**
     * Lets go of sound that waits for a picture which does not come. Called once what has come is
     * taken: sound and the picture behind it are one write, not two.
     */
    void tick() {
        if (sound.size() >= GROUP) {
            flush();
        }
    }

    /** Writes the sound that waits; only once there was a picture. */
    void flush() {
        if (open && !sound.isEmpty()) {
            out.onFragments(takeSound());
        }
    }

    private byte[] takeSound() {
        byte[] fragment = FragmentWriter.write(++sequence, sound);
        sound.clear();
        return fragment;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
