package io.rostrum.center.peer;

import io.rostrum.media.audio.JitterCounters;
import io.rostrum.media.rtp.ReceiveStream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one participant have counted so far, and nobody heard or saw.
 *
 * @param missed packets that were lost and are waited for no more
 * @param unreadable packets of sound and picture that could not be read
 * @param late packets of sound that came after their time
 * @param passedOver packets that a receiver's switch left out
 */
record LineCounts(long missed, long unreadable, long late, long passedOver) {
    static final LineCounts NONE = new LineCounts(0, 0, 0, 0);

    static LineCounts of(Lines lines) {
        return sound(lines.voiceUp()).plus(up(lines.pictureUp())).plus(down(lines.pictureDown()));
    }

    private static LineCounts sound(@Nullable VoiceUp voice) {
        if (voice == null) {
            return NONE;
        }
        JitterCounters jitter = voice.mixed().jitter().counters();
        long unreadable = jitter.malformed() + jitter.undecodable();
        return new LineCounts(missed(voice.stream()), unreadable, jitter.late(), 0);
    }

    private static LineCounts up(@Nullable PictureUp up) {
        LineCounts sum = NONE;
        if (up != null) {
            for (Encoding each : up.encodings()) {
                sum =
                        sum.plus(
                                new LineCounts(
                                        missed(each.stream()), each.source().malformed(), 0, 0));
            }
        }
        return sum;
    }

    private static LineCounts down(@Nullable PictureDown down) {
        return down == null ? NONE : new LineCounts(0, 0, 0, down.pictures().dropped());
    }

    private static long missed(@Nullable ReceiveStream stream) {
        return stream == null ? 0 : stream.counts().givenUp();
    }

    private LineCounts plus(LineCounts other) {
        return new LineCounts(
                missed + other.missed,
                unreadable + other.unreadable,
                late + other.late,
                passedOver + other.passedOver);
    }

    /** What came since; a stream that began anew counts from nothing. */
    LineCounts since(LineCounts before) {
        return new LineCounts(
                Math.max(0, missed - before.missed),
                Math.max(0, unreadable - before.unreadable),
                Math.max(0, late - before.late),
                Math.max(0, passedOver - before.passedOver));
    }
}
