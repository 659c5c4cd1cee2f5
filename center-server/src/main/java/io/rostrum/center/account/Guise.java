package io.rostrum.center.account;

import com.ibm.icu.text.SpoofChecker;
import io.rostrum.protocol.text.Words;

/**
 * How a name looks, whatever it is written with: by the skeletons of Unicode (UTS 39, section 4).
 *
 * <p>Two of them, for small letters look like others than large ones do: of the name as it is, and
 * of the name in small letters.
 */
public record Guise(String drawn, String small) {
    private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();

    public static Guise of(String name) {
        return new Guise(
                Words.likeness(SKELETONS.getSkeleton(Words.line(name))),
                Words.likeness(SKELETONS.getSkeleton(Words.likeness(name))));
    }

    /** Whether somebody may take the one for the other. */
    public boolean isLike(Guise other) {
        return drawn.equals(other.drawn) || small.equals(other.small);
    }
}
