package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Answerer;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.video.H264Payloads;
import io.rostrum.net.ServerTime;
import io.rostrum.protocol.cmaf.Sample;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T10:00:00Z");

    /** RFC 3550 section 6.4.1. */
    private static final int SENDER_REPORT = 200;

    private static final long SECOND = 1_000_000_000L;
    private static final int MEGABYTE = 1 << 20;

    private final SecureRandom random = new SecureRandom();
    private final BufferPool pool = new BufferPool(16);
    private final H264Payloads payloads = new H264Payloads(Row.MOST_PAYLOAD);
    private final List<Integer> timestamps = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private Lines lines;

    /** Ten seconds into the program by our clock, which began at 0. */
    private static final long NOW = 10_000_000_000L;

    @BeforeEach
    void agree() throws SdpException {
        lines = lines(new ServerTime(BEGAN, 0));
    }

    private Lines lines(ServerTime server) throws SdpException {
        DtlsIdentity identity = DtlsIdentity.create(random, Instant.now());
        IceCredentials ice = IceCredentials.random(random);
        Offerer offerer =
                new Offerer(
                        new LocalEnd(ice, identity.fingerprint(), List.of(), "viewer"),
                        List.of(),
                        List.of(Format.H264),
                        random::nextInt);
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        LocalEnd end = new LocalEnd(ice, identity.fingerprint(), List.of(here), Lines.CNAME);
        Negotiated agreed =
                Answerer.answer(
                        offerer.offer(), Answerer.Purpose.WATCH, end, () -> random.nextInt() | 1);
        return new Lines(
                agreed,
                new ProgramTime(BEGAN, server),
                pool,
                (packet, now) -> {
                    timestamps.add(Rtp.timestamp(packet));
                    sent.add(packet.bytes());
                    packet.release();
                },
                random);
    }

    private CutPicture picture(long time, boolean key, int size) {
        byte[] unit = ByteBuffer.allocate(4 + size).putInt(size).put((byte) 0x65).array();
        return CutPicture.of(new Sample(1, time, 1, key, unit), payloads);
    }

    private void pumpDry() {
        while (lines.waits()) {
            lines.pump(NOW);
        }
    }

    @Test
    void whatWaitsForABurstHasABoundAndGoesOnWithTheNextKeyFrame() {
        List<CutPicture> group =
                IntStream.range(0, 50).mapToObj(i -> picture(i + 1, i == 0, MEGABYTE)).toList();
        lines.group(group, NOW);
        assertThat(lines.waits()).as("more than is kept: nothing of it is sent").isFalse();
        timestamps.clear();
        lines.picture(picture(100, false, 10), NOW);
        assertThat(timestamps).isEmpty();
        lines.picture(picture(101, true, 10), NOW);
        lines.picture(picture(102, false, 10), NOW);
        assertThat(timestamps).hasSize(2);
        assertThat(timestamps.get(1) - timestamps.get(0)).isEqualTo(1);
    }

    @Test
    void aLargeGroupLeavesInBurstsAndWhatCameMeanwhileFollows() {
        lines.group(List.of(picture(1, true, MEGABYTE), picture(2, false, MEGABYTE)), NOW);
        assertThat(lines.waits()).isTrue();
        lines.picture(picture(3, false, 10), NOW);
        pumpDry();
        assertThat(timestamps.stream().distinct()).hasSize(3);
    }

    @Test
    void reportsTellTheClockOfTheProgram() {
        lines.group(List.of(picture(9 * 90_000L, true, 10)), NOW);
        assertThat(reported(BEGAN)).isBetween(BEGAN.plusSeconds(8), BEGAN.plusSeconds(9));
    }

    @Test
    void aProgramWhoseClockIsFarOffIsTimedByOurs() throws SdpException {
        lines = lines(new ServerTime(BEGAN.plusSeconds(86_400), 0));
        lines.group(List.of(picture(9 * 90_000L, true, 10)), NOW);
        assertThat(reported(BEGAN.plusSeconds(86_400)))
                .isBetween(BEGAN.plusSeconds(86_400 + 9), BEGAN.plusSeconds(86_400 + 10));
    }

    /** The moment that a sender report gives to the picture that was sent last. */
    private Instant reported(Instant now) {
        RtcpWriter writer = new RtcpWriter(pool.lend());
        lines.report(writer, NtpTime.ofEpochNanos(now.getEpochSecond() * SECOND));
        Buffer compound = writer.buffer();
        int at = 0;
        while (compound.u8(at + 1) != SENDER_REPORT) {
            at += 4 + 4 * compound.u16(at + 2);
        }
        long nanos = NtpTime.toEpochNanos(compound.i64(at + 8));
        long ticks = timestamps.getLast() - compound.i32(at + 16);
        compound.release();
        return Instant.ofEpochSecond(0, nanos + RtpClock.VIDEO.nanos(ticks))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void repeatsEveryPacketAsItWasSentAcrossAGroupThatIsCaughtUp() throws SdpException {
        lines = lines(new ServerTime(BEGAN, 0));
        List<CutPicture> group = IntStream.range(0, 90).mapToObj(i -> cut(i, i == 0)).toList();
        lines.group(group, NOW);
        pumpDry();
        lines.picture(cut(90, false), NOW);
        List<byte[]> first = List.copyOf(sent);
        assertThat(first).hasSizeGreaterThan(250);
        first.forEach(packet -> lines.picture().onNack(number(packet), NOW + SECOND / 2));
        assertThat(sent).hasSize(2 * first.size());
        for (int i = 0; i < first.size(); i++) {
            assertThat(unwrapped(sent.get(first.size() + i))).isEqualTo(unmarked(first.get(i)));
        }
    }

    @Test
    void repeatsNothingAfterASecondAndNothingThatWasNeverSent() {
        lines.picture(cut(0, true), NOW);
        int last = number(sent.getLast());
        lines.picture().onNack(last + 1 & 0xFFFF, NOW);
        lines.picture().onNack(number(sent.getFirst()) - 1 & 0xFFFF, NOW);
        lines.picture().onNack(last, NOW + SECOND);
        assertThat(sent).hasSize(cut(0, true).count());
    }

    @Test
    void keepsNoCopyOfWhatAllViewersAreSent() {
        for (int i = 0; i < 100; i++) {
            lines.picture(cut(i, i == 0), NOW + i);
        }
        assertThat(pool.lent()).isZero();
    }

    private CutPicture cut(int index, boolean key) {
        return picture(1 + 3000L * index, key, 3500 + index);
    }

    private static int number(byte[] packet) {
        return (packet[2] & 0xFF) << 8 | packet[3] & 0xFF;
    }

    /** A repetition without what is its own: number, SSRC and payload type. */
    private static byte[] unwrapped(byte[] repetition) {
        byte[] packet = new byte[repetition.length - 2];
        System.arraycopy(repetition, 0, packet, 0, Rtp.FIXED_HEADER);
        System.arraycopy(repetition, 14, packet, Rtp.FIXED_HEADER, packet.length - 12);
        packet[2] = repetition[12];
        packet[3] = repetition[13];
        return unmarked(packet);
    }

    private static byte[] unmarked(byte[] packet) {
        byte[] copy = packet.clone();
        copy[1] &= (byte) 0x80;
        ByteBuffer.wrap(copy).putInt(8, 0);
        return copy;
    }
}
