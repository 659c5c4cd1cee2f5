package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.sdp.Answerer;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.net.ServerTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T10:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final List<Double> lost = new ArrayList<>();
    private Lines lines;
    private Hearing hearing;

    @BeforeEach
    void agree() throws SdpException {
        DtlsIdentity identity = DtlsIdentity.create(random, Instant.EPOCH);
        IceCredentials ice = IceCredentials.random(random);
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        Offerer offerer =
                new Offerer(
                        new LocalEnd(ice, identity.fingerprint(), List.of(), "viewer"),
                        List.of(),
                        List.of(Format.H264),
                        random::nextInt);
        Negotiated agreed =
                Answerer.answer(
                        offerer.offer(),
                        Answerer.Purpose.WATCH,
                        new LocalEnd(ice, identity.fingerprint(), List.of(here), Lines.CNAME),
                        () -> random.nextInt() | 1);
        ServerTime time = new ServerTime(BEGAN, 0);
        lines =
                new Lines(
                        agreed,
                        new ProgramTime(BEGAN, time),
                        new BufferPool(16),
                        (packet, now) -> packet.release(),
                        random);
        hearing = new Hearing(lines, time, () -> {}, lost::add);
    }

    private void reports(int ssrc, int fractionLost) {
        hearing.onReportBlock(7, new ReportBlock(ssrc, fractionLost, 0, 0, 0, 0, 0));
    }

    @Test
    void tellsWhatIsLostOfTheSoundAndOfNothingElse() {
        SendStream sound = Objects.requireNonNull(lines.sound());
        reports(sound.ssrc(), 0);
        reports(lines.picture().ssrc(), 128);
        reports(sound.ssrc() + 1, 128);
        reports(sound.ssrc(), 64);
        assertThat(lost).containsExactly(0.0, 0.25);
    }
}
