package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static io.rostrum.media.rtp.Packets.SSRC;
import static io.rostrum.media.rtp.Packets.hex;
import static io.rostrum.media.rtp.Packets.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.ReceiveStream.Settings;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiveStreamTest {
    private static final String NACK = "81cd0003" + "00000001" + "000000aa";
    private static final String PLI = "81ce0002" + "00000001" + "000000aa";

    private final ReceiveStream stream = new ReceiveStream(Settings.picture(SSRC, Map.of(97, 96)));

    private String feedback(long nowNanos) {
        RtcpWriter writer = new RtcpWriter(new BufferPool(0).lend());
        boolean due = stream.feedbackDue(nowNanos);
        stream.writeFeedback(writer, 1, nowNanos);
        assertThat(due).isEqualTo(!writer.isEmpty());
        return hex(writer.buffer());
    }

    private Buffer repeated(int sequence) {
        Buffer packet = media(sequence);
        Rtx.wrap(packet, 0xBB, 97, 5000);
        return packet;
    }

    @Test
    void asksAtOnceForAGap() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(13), MS);
        assertThat(feedback(MS)).isEqualTo(NACK + "000b0001");
    }

    @Test
    void asksAgainAfterARoundTripAndNotBefore() {
        stream.roundTrip(50 * MS);
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        assertThat(feedback(0)).isEqualTo(NACK + "000b0000");
        assertThat(feedback(49 * MS)).isEmpty();
        assertThat(feedback(50 * MS)).isEqualTo(NACK + "000b0000");
    }

    @Test
    void pausesAtLeast20MsHoweverShortTheRoundTrip() {
        stream.roundTrip(MS);
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        feedback(0);
        assertThat(feedback(19 * MS)).isEmpty();
        assertThat(feedback(20 * MS)).isNotEmpty();
    }

    @Test
    void givesUpAfterTenTries() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        for (int i = 0; i < 20; i++) {
            feedback(i * 200 * MS);
            stream.writeFeedback(new RtcpWriter(new BufferPool(0).lend()), 1, i * 200 * MS);
        }
        assertThat(stream.counts().asked()).isEqualTo(10);
        assertThat(stream.counts().givenUp()).isEqualTo(1);
        assertThat(stream.counts().missing()).isZero();
    }

    @Test
    void learnsThatAPathReorders() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        assertThat(feedback(0)).isNotEmpty();
        stream.onRtp(media(11), MS);
        stream.onRtp(media(14), 2 * MS);
        assertThat(feedback(2 * MS)).isEmpty();
        stream.onRtp(media(15), 3 * MS);
        assertThat(feedback(3 * MS)).isEqualTo(NACK + "000d0000");
    }

    @Test
    void holdsAGapForLossAfterTenMillisecondsOnAReorderingPath() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        stream.onRtp(media(11), 0);
        stream.onRtp(media(14), 0);
        assertThat(feedback(9 * MS)).isEmpty();
        assertThat(feedback(10 * MS)).isEqualTo(NACK + "000d0000");
    }

    @Test
    void asksForNothingWithoutNack() {
        ReceiveStream sound = new ReceiveStream(Settings.sound(SSRC, RtpClock.OPUS));
        sound.onRtp(media(10), 0);
        sound.onRtp(media(13), MS);
        assertThat(sound.feedbackDue(MS)).isFalse();
        assertThat(sound.counts().lost()).isEqualTo(2);
    }

    @Test
    void wantsAKeyFrameInsteadOfAHugeGap() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(1000), 0);
        assertThat(feedback(0)).isEqualTo(PLI);
        assertThat(stream.counts().missing()).isZero();
    }

    @Test
    void turnsARetransmissionIntoWhatItWas() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        Buffer packet = repeated(11);
        assertThat(stream.onRtx(packet)).isEqualTo(Arrival.MEDIA);
        assertThat(hex(packet)).isEqualTo(hex(media(11)));
        assertThat(stream.counts().recovered()).isEqualTo(1);
        assertThat(feedback(0)).isEmpty();
    }

    @Test
    void keepsMarkerAndExtensionsOfARetransmission() {
        Buffer packet = media(11);
        Rtp.marker(packet, true);
        ExtensionBlock.set(packet, 3, new byte[] {1, 2, 3});
        String before = hex(packet);
        Rtx.wrap(packet, 0xBB, 97, 5000);
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Rtp.marker(packet)).isTrue();
        Rtx.unwrap(packet, SSRC, 96);
        assertThat(hex(packet)).isEqualTo(before);
    }

    @Test
    void letsEveryPacketThroughOnce() {
        stream.onRtp(media(10), 0);
        assertThat(stream.onRtp(media(12), 0)).isEqualTo(Arrival.MEDIA);
        assertThat(stream.onRtp(media(12), 0)).isEqualTo(Arrival.STALE);
        assertThat(stream.onRtx(repeated(11))).isEqualTo(Arrival.MEDIA);
        assertThat(stream.onRtp(media(11), 0)).isEqualTo(Arrival.STALE);
        assertThat(stream.onRtx(repeated(12))).isEqualTo(Arrival.STALE);
        assertThat(stream.counts().stale()).isEqualTo(3);
    }

    @Test
    void countsPaddingAndForwardsItNowhere() {
        Buffer padding = Packets.rtp(10, 0, 0, 0, 3);
        padding.put8(0, 0xA0);
        assertThat(Rtp.isValid(padding)).isTrue();
        assertThat(stream.onRtp(padding, 0)).isEqualTo(Arrival.PADDING);
        assertThat(stream.counts().padding()).isEqualTo(1);
    }

    @Test
    void aProbeOnTheStreamOfRetransmissionsIsNoPacketOfTheStream() {
        stream.onRtp(media(10), 0);
        assertThat(stream.onRtx(Packets.rtp(12_000, 0))).isEqualTo(Arrival.PROBE);
        assertThat(stream.counts().padding()).isEqualTo(1);
        assertThat(stream.onRtp(media(11), 0)).isEqualTo(Arrival.MEDIA);
    }

    @Test
    void paddingThatWasLostMayBeRepeated() {
        stream.onRtp(media(10), 0);
        stream.onRtp(media(12), 0);
        Buffer padding = Packets.rtp(11, 0);
        Rtx.wrap(padding, 0xBB, 97, 5000);
        assertThat(stream.onRtx(padding)).isEqualTo(Arrival.PADDING);
        assertThat(Rtp.sequence(padding)).isEqualTo(11);
        assertThat(stream.counts().missing()).isZero();
    }

    @Test
    void refusesARetransmissionOfNothing() {
        assertThat(stream.onRtx(repeated(11))).isEqualTo(Arrival.REFUSED);
        stream.onRtp(media(10), 0);
        Buffer unknownType = repeated(11);
        Rtp.payloadType(unknownType, 100);
        assertThat(stream.onRtx(unknownType)).isEqualTo(Arrival.REFUSED);
        assertThat(stream.onRtx(repeated(20_000))).isEqualTo(Arrival.REFUSED);
    }

    @Test
    void asksForAKeyFrameEvery250MsUntilOneComes() {
        stream.requestKeyFrame();
        assertThat(feedback(0)).isEqualTo(PLI);
        stream.requestKeyFrame();
        assertThat(feedback(249 * MS)).isEmpty();
        assertThat(feedback(250 * MS)).isEqualTo(PLI);
        stream.onKeyFrame();
        assertThat(feedback(900 * MS)).isEmpty();
        stream.requestKeyFrame();
        assertThat(feedback(900 * MS)).isEqualTo(PLI);
    }

    @Test
    void asksLessAndLessOftenWhileNoKeyFrameComes() {
        stream.onRtp(media(10), 0);
        int asks = 0;
        for (long now = 0; now < 12_000 * MS; now += 10 * MS) {
            stream.requestKeyFrame();
            asks += feedback(now).isEmpty() ? 0 : 1;
        }
        assertThat(asks).isEqualTo(9); // at 0, 250, 750, 1750, 3750 ms and every 2 s
        stream.onKeyFrame();
        stream.requestKeyFrame();
        assertThat(feedback(14_000 * MS)).isEqualTo(PLI);
        stream.requestKeyFrame();
        assertThat(feedback(14_250 * MS)).isEqualTo(PLI);
    }

    @Test
    void knowsWhenTheSenderCapturedWhat() {
        assertThat(stream.captureNtp(0)).isEmpty();
        long ntp = NtpTime.ofEpochNanos(1_800_000_000_000_000_000L);
        stream.onSenderReport(ntp, -45_000, 0);
        assertThat(stream.captureNtp(45_000)).hasValue(NtpTime.plusNanos(ntp, 1_000_000_000L));
        assertThat(stream.captureNtp(-90_000)).hasValue(NtpTime.plusNanos(ntp, -500_000_000L));
    }

    @Test
    void tellsTheSenderWhichReportItHasSeenAndHowLongAgo() {
        RtcpWriter writer = new RtcpWriter(new BufferPool(0).lend()).receiverReport(1);
        stream.writeReport(writer, 0);
        assertThat(writer.buffer().length()).isEqualTo(8);
        stream.onRtp(media(10), 0);
        stream.onSenderReport(0xB44D_B705_2000_0000L, 0, 0);
        stream.writeReport(writer, 5_250 * MS);
        assertThat(writer.buffer().i32(24)).isEqualTo(0xB705_2000);
        assertThat(writer.buffer().i32(28)).isEqualTo(0x0005_4000);
    }

    @Test
    void goesOnAfterTheSenderHasBegunAnew() {
        stream.onRtp(media(10), 0);
        assertThat(stream.onRtp(media(30_000), 0)).isEqualTo(Arrival.REFUSED);
        assertThat(stream.onRtp(media(30_001), 0)).isEqualTo(Arrival.MEDIA);
        assertThat(feedback(0)).isEqualTo(PLI);
    }
}
