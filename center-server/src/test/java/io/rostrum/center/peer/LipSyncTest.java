package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import java.util.OptionalLong;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LipSyncTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;

    /** The sender's wall clock at our time 0: years away from ours. */
    private static final long SENDER = 1_700_000_000L * SECOND;

    private static final Offset<Long> MILLISECOND = within(MILLI);

    private final LipSync sync = new LipSync();

    private static long ntp(long capturedAt) {
        return NtpTime.ofEpochNanos(SENDER + capturedAt);
    }

    private static int timestamp(long capturedAt) {
        return (int) RtpClock.VIDEO.ticks(capturedAt) + 1_234_567;
    }

    @Test
    void aPictureMeetsTheSoundThatWasCapturedWithIt() {
        for (long t = 0; t < 5 * SECOND; t += 20 * MILLI) {
            sync.onSound(ntp(t), t + 80 * MILLI);
        }
        long captured = 4 * SECOND;
        assertThat(
                        sync.serverNanos(
                                timestamp(captured),
                                OptionalLong.of(ntp(captured)),
                                captured + 35 * MILLI))
                .isCloseTo(captured + 80 * MILLI, MILLISECOND);
    }

    @Test
    void howMuchLaterThanItCameEverythingIsShownIsHowLongItsSoundIsHeld() {
        assertThat(sync.later()).isZero();
        sync.onHeld(20 * MILLI);
        assertThat(sync.later()).isEqualTo(20 * MILLI);
        for (int i = 0; i < 500; i++) {
            sync.onHeld(80 * MILLI);
        }
        assertThat(sync.later()).isCloseTo(80 * MILLI, MILLISECOND);
    }

    /** The sound's clock stood still for 18 s, and no report says so. */
    @Test
    void withReportsThatAreNotBelievedAPictureIsAsLateAsItsSoundIsHeldNow() {
        for (long t = 0; t < 5 * SECOND; t += 20 * MILLI) {
            sync.onSound(ntp(t), t + 50 * MILLI);
            sync.onHeld(20 * MILLI);
            sync.serverNanos(timestamp(t), OptionalLong.of(ntp(t)), t + 30 * MILLI);
        }
        long last = 0;
        for (long t = 23 * SECOND; t < 28 * SECOND; t += 20 * MILLI) {
            sync.onSound(ntp(t - 18 * SECOND), t + 130 * MILLI);
            sync.onHeld(100 * MILLI);
            last = sync.serverNanos(timestamp(t), OptionalLong.of(ntp(t)), t + 30 * MILLI) - t;
        }
        assertThat(last).isCloseTo(130 * MILLI, MILLISECOND);
        sync.onHeld(18 * SECOND);
        assertThat(sync.later()).isCloseTo(100 * MILLI, MILLISECOND);
    }

    @Test
    void aJitterBufferThatGrowsMovesThePictureWithoutAJump() {
        long last = 0;
        for (long t = 0; t < 10 * SECOND; t += 20 * MILLI) {
            long delay = t < 5 * SECOND ? 60 * MILLI : 100 * MILLI;
            sync.onSound(ntp(t), t + delay);
            long now = sync.serverNanos(timestamp(t), OptionalLong.of(ntp(t)), t + 30 * MILLI);
            if (t > 0) {
                assertThat(now - last).isBetween(15 * MILLI, 24 * MILLI);
            }
            last = now;
        }
        assertThat(last).isCloseTo(10 * SECOND - 20 * MILLI + 100 * MILLI, MILLISECOND);
    }

    @Test
    void afterAStallInWhichOnlyTheSoundsClockStoodStillPicturesStayAsFarFromTheirArrival() {
        long stall = 18 * SECOND;
        for (long t = 0; t < 5 * SECOND; t += 20 * MILLI) {
            sync.onSound(ntp(t), t + 80 * MILLI);
            sync.serverNanos(timestamp(t), OptionalLong.of(ntp(t)), t + 30 * MILLI);
        }
        for (long t = 5 * SECOND; t < 8 * SECOND; t += 20 * MILLI) {
            sync.onSound(ntp(t), t + stall + 80 * MILLI); // by a report of before the stall
            long captured = t + stall;
            assertThat(
                            sync.serverNanos(
                                    timestamp(captured),
                                    OptionalLong.of(ntp(captured)),
                                    captured + 30 * MILLI))
                    .isCloseTo(captured + 80 * MILLI, MILLISECOND);
        }
    }

    @Test
    void picturesThatComeSecondsAfterTheirSoundAreStillBelieved() {
        for (long t = 0; t < 5 * SECOND; t += 20 * MILLI) {
            sync.onSound(ntp(t), t + 80 * MILLI);
            assertThat(sync.serverNanos(timestamp(t), OptionalLong.of(ntp(t)), t + 2900 * MILLI))
                    .isCloseTo(t + 80 * MILLI, MILLISECOND);
        }
    }

    @Test
    void aSenderWhoSetsHisClockIsFollowedAtOnce() {
        sync.onSound(ntp(0), 80 * MILLI);
        sync.onSound(ntp(SECOND + 7 * SECOND), SECOND + 80 * MILLI);
        assertThat(
                        sync.serverNanos(
                                timestamp(SECOND),
                                OptionalLong.of(ntp(8 * SECOND)),
                                SECOND + 30 * MILLI))
                .isCloseTo(SECOND + 80 * MILLI, MILLISECOND);
    }

    @Test
    void withoutSoundTheFastestPictureTellsTheWay() {
        Random random = new Random(4);
        long server = 0;
        for (long t = 0; t < 20 * SECOND; t += 33 * MILLI) {
            long way = 20 * MILLI + random.nextInt(40) * MILLI;
            server = sync.serverNanos(timestamp(t), OptionalLong.of(ntp(t)), t + way);
            if (t > 5 * SECOND) {
                assertThat(server).isCloseTo(t + 20 * MILLI, within(4 * MILLI));
            }
        }
    }

    @Test
    void aVoiceThatIsLongGoneSaysNothingAnyMore() {
        sync.onSound(ntp(0), 80 * MILLI);
        long captured = 20 * SECOND;
        assertThat(
                        sync.serverNanos(
                                timestamp(captured),
                                OptionalLong.of(ntp(captured)),
                                captured + 30 * MILLI))
                .isCloseTo(captured + 30 * MILLI, MILLISECOND);
    }
}
