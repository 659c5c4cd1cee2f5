package io.rostrum.streaming.playback;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.packager.LivePlaylist;
import io.rostrum.streaming.packager.View;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a player waits for (RFC 8216bis section 6.2.5.2).
 *
 * @param number media sequence number, -1 where he does not wait
 * @param part in that segment, -1 for all of it
 * @param delta whether older segments may be left out
 */
record Reload(long number, int part, boolean delta) {
    /** Reads the delivery directives. */
    static Reload read(@Nullable String msn, @Nullable String part, @Nullable String skip) {
        if (msn == null && part != null) {
            throw new Refusal(Problem.badRequest("_HLS_part needs _HLS_msn."));
        }
        boolean delta =
                skip != null
                        && (skip.toUpperCase(Locale.ROOT).equals("YES")
                                || skip.toUpperCase(Locale.ROOT).equals("V2"));
        return new Reload(number("_HLS_msn", msn), (int) number("_HLS_part", part), delta);
    }

    private static long number(String name, @Nullable String text) {
        if (text == null) {
            return -1;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Refusal(Problem.badRequest(name + " is a number."));
        }
        return Long.parseLong(text);
    }

    boolean waits() {
        return number >= 0;
    }

    /** Refuses what lies too far ahead to be waited for. */
    void check(View view) {
        if (!view.ended() && number > view.last().number() + LivePlaylist.FAR) {
            throw new Refusal(
                    Problem.badRequest("Segment " + number + " is too far in the future."));
        }
        if (part >= 0 && view.far(number, part)) {
            throw new Refusal(Problem.badRequest("Part " + part + " is too far in the future."));
        }
    }

    boolean answered(View view) {
        return !waits() || view.reached(number, part);
    }
}
