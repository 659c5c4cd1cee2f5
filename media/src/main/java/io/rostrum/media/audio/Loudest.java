package io.rostrum.media.audio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose voices are mixed where more want to be heard than anybody could follow: the loudest.
 *
 * <p>Who is in stays while he speaks. A newcomer takes the place of the quietest one who is in: at
 * once where he is so much louder that the other would hardly be heard beside him; where he is only
 * somewhat louder, not before the other draws breath, so that nobody is cut in a word.
 */
final class Loudest {
    /** A voice so much weaker is covered by the others anyway, dB. */
    static final int COVERED = 15;

    /** So much louder a newcomer has to be, dB: equals do not take turns by chance. */
    static final int LOUDER = 3;

    private final int most;

    /** One who may be mixed. */
    interface Voice {
        /** Whether he speaks now and is not muted. */
        boolean wants();

        /** How loud he has been of late, dB above silence; falls slowly. */
        float loudness();

        /** Whether he is between two words. */
        boolean breathes();

        boolean admitted();

        void admit(boolean in);
    }

    /**
     * @param most voices at a time
     */
    Loudest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most);
        }
        this.most = most;
    }

    /** Decides for one tick; linear in the number of voices, and one change of places at most. */
    void choose(List<? extends Voice> voices) {
        int in = 0;
        int wanting = 0;
        for (Voice voice : voices) {
            if (!voice.wants()) {
                voice.admit(false);
            } else {
                wanting++;
                in += voice.admitted() ? 1 : 0;
            }
        }
        if (wanting <= most) {
            voices.forEach(voice -> voice.admit(voice.wants()));
        } else {
            fill(voices, most - in);
        }
    }

    private static void fill(List<? extends Voice> voices, int free) {
        for (int i = 0; i < free; i++) {
            Voice next = best(voices);
            if (next == null) {
                return;
            }
            next.admit(true);
        }
        Voice newcomer = best(voices);
        Voice weakest = weakest(voices);
        if (newcomer != null && weakest != null && yields(weakest, newcomer)) {
            weakest.admit(false);
            newcomer.admit(true);
        }
    }

    private static boolean yields(Voice weakest, Voice newcomer) {
        float louder = newcomer.loudness() - weakest.loudness();
        return louder >= COVERED || louder >= LOUDER && weakest.breathes();
    }

    /** The loudest of those who are not in. */
    private static @Nullable Voice best(List<? extends Voice> voices) {
        Voice best = null;
        for (Voice voice : voices) {
            if (voice.wants()
                    && !voice.admitted()
                    && (best == null || voice.loudness() > best.loudness())) {
                best = voice;
            }
        }
        return best;
    }

    /** Of those who are in. */
    private static @Nullable Voice weakest(List<? extends Voice> voices) {
        Voice weakest = null;
        for (Voice voice : voices) {
            if (voice.admitted() && (weakest == null || voice.loudness() < weakest.loudness())) {
                weakest = voice;
            }
        }
        return weakest;
    }
}
