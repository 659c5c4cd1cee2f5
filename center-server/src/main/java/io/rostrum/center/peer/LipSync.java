package io.rostrum.center.peer;

import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.TimestampUnwrapper;
import java.util.OptionalLong;

/**
 * Brings one participant's pictures to the server's time so that they meet his voice.
 *
 * <p>D is the server time at which a sound enters the mix less its capture time by the sender's
 * reports; a picture captured at Tv belongs to Tv + D. Without sound or reports the picture that
 * came fastest says what the way takes.
 */
final class LipSync {
    /** A voice that was not heard for longer says nothing any more. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    /** Beyond that the clocks were set, and nothing is smoothed. */
    private static final long JUMP_NANOS = 200_000_000L;

    /**
     * Reports that put a picture further from its arrival are of a clock that stood still or was
     * set since.
     */
    private static final long BELIEVED_NANOS = 5_000_000_000L;

    /** Sound is not held longer; more is a clock that stood still. */
    private static final long MOST_HELD_NANOS = 500_000_000L;

    private static final int SMOOTHING = 16;

    /** How fast the fastest way is forgotten: clocks differ by less than 100 millionths. */
    private static final long FORGETTING = 10_000L;

    private final TimestampUnwrapper pictures = new TimestampUnwrapper();
    private boolean heard;
    private long heardAt;
    private long soundDelay;
    private boolean seen;
    private long seenAt;
    private long pictureDelay;

    /** How much later than the picture's arrival its sound was mixed, while that was known. */
    private long soundLater;

    private boolean held;
    private long heldNanos;

    /** A sound enters the mix. */
    void onSound(long captureNtp, long tickNanos) {
        long delay = tickNanos - NtpTime.toEpochNanos(captureNtp);
        long change = delay - soundDelay;
        boolean jump = !heard || Math.abs(change) > JUMP_NANOS;
        soundDelay = jump ? delay : soundDelay + change / SMOOTHING;
        heard = true;
        heardAt = tickNanos;
    }

    /**
     * The server time of a picture.
     *
     * @param captureNtp by the sender's reports, if there were any
     * @param arrivedNanos when it came
     */
    long serverNanos(int rtpTimestamp, OptionalLong captureNtp, long arrivedNanos) {
        long byArrival = byArrival(rtpTimestamp, arrivedNanos);
        if (captureNtp.isPresent() && heard && arrivedNanos - heardAt < FRESH_NANOS) {
            long byReports = NtpTime.toEpochNanos(captureNtp.getAsLong()) + soundDelay;
            if (Math.abs(byReports - byArrival) > BELIEVED_NANOS) {
                return byArrival + (held ? heldNanos : soundLater);
            }
            soundLater = byReports - byArrival;
            return byReports;
        }
        return byArrival;
    }

    /** A sound enters the mix so much later than it came over the fastest way. */
    void onHeld(long nanos) {
        if (nanos < 0 || nanos > MOST_HELD_NANOS) {
            return;
        }
        heldNanos = held ? heldNanos + (nanos - heldNanos) / SMOOTHING : nanos;
        held = true;
    }

    /**
     * So much later than its sound and picture can be here is their time in the program: as long as
     * sound is held for the mix, in nanoseconds.
     */
    long later() {
        return heldNanos;
    }

    /** The pictures' clock is another one from now on; what was learnt of the sound stays. */
    void restartPictures() {
        pictures.reset();
        seen = false;
    }

    private long byArrival(int rtpTimestamp, long arrivedNanos) {
        long capture = RtpClock.VIDEO.nanos(pictures.unwrap(rtpTimestamp));
        long delay = arrivedNanos - capture;
        long forgotten = (arrivedNanos - seenAt) / FORGETTING;
        boolean jump = !seen || Math.abs(delay - pictureDelay) > 10 * JUMP_NANOS;
        pictureDelay = jump ? delay : Math.min(delay, pictureDelay + forgotten);
        seen = true;
        seenAt = arrivedNanos;
        return capture + pictureDelay;
    }
}
