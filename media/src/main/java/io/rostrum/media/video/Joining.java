package io.rostrum.media.video;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters as they are written beside each other: Arabic ones joined, Indic vowels before their
 * consonants.
 *
 * <p>Arabic script has a code for each form of a letter (Unicode, Arabic Presentation Forms A and
 * B): alone, at the end, at the beginning, in the middle. Text in, text in logical order out.
 */
final class Joining {
    /** Letters, the code of their form alone, and how many forms there are (1, 2 or 4). */
    private static final int[][] FORMS = {
        {0x621, 0xFE80, 1}, {0x622, 0xFE81, 2}, {0x623, 0xFE83, 2}, {0x624, 0xFE85, 2},
        {0x625, 0xFE87, 2}, {0x626, 0xFE89, 4}, {0x627, 0xFE8D, 2}, {0x628, 0xFE8F, 4},
        {0x629, 0xFE93, 2}, {0x62A, 0xFE95, 4}, {0x62B, 0xFE99, 4}, {0x62C, 0xFE9D, 4},
        {0x62D, 0xFEA1, 4}, {0x62E, 0xFEA5, 4}, {0x62F, 0xFEA9, 2}, {0x630, 0xFEAB, 2},
        {0x631, 0xFEAD, 2}, {0x632, 0xFEAF, 2}, {0x633, 0xFEB1, 4}, {0x634, 0xFEB5, 4},
        {0x635, 0xFEB9, 4}, {0x636, 0xFEBD, 4}, {0x637, 0xFEC1, 4}, {0x638, 0xFEC5, 4},
        {0x639, 0xFEC9, 4}, {0x63A, 0xFECD, 4}, {0x641, 0xFED1, 4}, {0x642, 0xFED5, 4},
        {0x643, 0xFED9, 4}, {0x644, 0xFEDD, 4}, {0x645, 0xFEE1, 4}, {0x646, 0xFEE5, 4},
        {0x647, 0xFEE9, 4}, {0x648, 0xFEED, 2}, {0x649, 0xFEEF, 2}, {0x64A, 0xFEF1, 4},
        // Persian and Urdu
        {0x679, 0xFB66, 4}, {0x67E, 0xFB56, 4}, {0x686, 0xFB7A, 4}, {0x688, 0xFB88, 2},
        {0x691, 0xFB8C, 2}, {0x698, 0xFB8A, 2}, {0x6A9, 0xFB8E, 4}, {0x6AF, 0xFB92, 4},
        {0x6BA, 0xFB9E, 2}, {0x6BE, 0xFBAA, 4}, {0x6C1, 0xFBA6, 4}, {0x6CC, 0xFBFC, 4},
        {0x6D2, 0xFBAE, 2},
    };

    private static final Map<Integer, int[]> BY_LETTER = byLetter();

    private static final int LAM = 0x644;

    /** Behind a lam these are one sign with it: which, and its code alone. */
    private static final Map<Integer, Integer> WITH_LAM =
            Map.of(0x622, 0xFEF5, 0x623, 0xFEF7, 0x625, 0xFEF9, 0x627, 0xFEFB);

    /** A line that joins on both sides. */
    private static final int TATWEEL = 0x640;

    /** Vowels that are spoken behind a consonant and written before it, in nine Indic scripts. */
    private static final int[] BEFORE = {
        0x93F, 0x9BF, 0x9C7, 0x9C8, 0xA3F, 0xABF, 0xB47, 0xBC6, 0xBC7, 0xBC8, 0xD46, 0xD47, 0xD48,
        0xDD9, 0xDDA, 0xDDB
    };

    /** Its place in each Indic block of 128 codes; it takes the vowel from a consonant. */
    private static final int VIRAMA = 0x4D;

    private Joining() {}

    private static Map<Integer, int[]> byLetter() {
        Map<Integer, int[]> all = new HashMap<>();
        Arrays.stream(FORMS).forEach(forms -> all.put(forms[0], forms));
        return Map.copyOf(all);
    }

    /** The same text with the codes of the forms that are written. */
    static String of(String text) {
        int[] letters = text.codePoints().toArray();
        boolean plain = Arrays.stream(letters).allMatch(letter -> letter < 0x621);
        return plain ? text : ordered(joined(letters));
    }

    private static int[] joined(int[] letters) {
        int[] out = new int[letters.length];
        int length = 0;
        for (int at = 0; at < letters.length; at++) {
            int[] forms = BY_LETTER.get(letters[at]);
            int next = following(letters, at);
            boolean before = joinsOn(letters, preceding(letters, at));
            if (forms == null) {
                out[length++] = letters[at];
            } else if (letters[at] == LAM && next == at + 1 && alef(letters, next) != 0) {
                out[length++] = alef(letters, next) + (before ? 1 : 0);
                at++;
            } else {
                boolean after = forms[2] == 4 && next >= 0 && joinsBack(letters[next]);
                out[length++] = forms[1] + form(before && forms[2] > 1, after);
            }
        }
        return Arrays.copyOf(out, length);
    }

    private static int form(boolean before, boolean after) {
        return before ? after ? 3 : 1 : after ? 2 : 0;
    }

    private static int alef(int[] letters, int at) {
        return WITH_LAM.getOrDefault(letters[at], 0);
    }

    /** The letter before, not the marks upon it; -1 at the beginning. */
    private static int preceding(int[] letters, int at) {
        int before = at - 1;
        while (before >= 0 && mark(letters[before])) {
            before--;
        }
        return before;
    }

    private static int following(int[] letters, int at) {
        int next = at + 1;
        while (next < letters.length && mark(letters[next])) {
            next++;
        }
        return next < letters.length ? next : -1;
    }

    private static boolean mark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** Whether it reaches out to the one behind it. */
    private static boolean joinsOn(int[] letters, int at) {
        if (at < 0) {
            return false;
        }
        int[] forms = BY_LETTER.get(letters[at]);
        return letters[at] == TATWEEL || forms != null && forms[2] == 4;
    }

    private static boolean joinsBack(int letter) {
        int[] forms = BY_LETTER.get(letter);
        return letter == TATWEEL || forms != null && forms[2] > 1;
    }

    /** Vowels that are written first stand before the consonants they belong to. */
    private static String ordered(int[] letters) {
        for (int at = 1; at < letters.length; at++) {
            if (Arrays.binarySearch(BEFORE, letters[at]) >= 0) {
                int start = cluster(letters, at);
                int vowel = letters[at];
                System.arraycopy(letters, start, letters, start + 1, at - start);
                letters[start] = vowel;
            }
        }
        return new String(letters, 0, letters.length);
    }

    /** Where the consonants begin that are one with that before {@code at}. */
    private static int cluster(int[] letters, int at) {
        int start = at - 1;
        while (start > 0 && mark(letters[start])) {
            start--;
        }
        while (start > 1 && virama(letters[start - 1])) {
            start -= 2;
        }
        return start;
    }

    private static boolean virama(int letter) {
        return letter >= 0x900 && letter < 0xE00 && letter % 0x80 == VIRAMA;
    }
}
