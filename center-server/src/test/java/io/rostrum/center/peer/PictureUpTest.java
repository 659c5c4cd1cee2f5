package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.conversion.Converters;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureUpTest {
    private static final int PRIMARY = 96;
    private static final int REPETITIONS = 97;
    private static final int SSRC = 0xAA;
    private static final int RTX_SSRC = 0xBB;
    private static final long PATIENCE = 300_000_000L;

    private static final long MS = 1_000_000L;
    private static final Codec CODEC =
            new Codec(Format.VP8, PRIMARY, OptionalInt.of(REPETITIONS), Map.of(), Set.of());

    private final List<Frame> frames = new ArrayList<>();
    private final Asked asked = new Asked();
    private final PictureUp up =
            new PictureUp("ana", CODEC, List.of(), new LipSync(), Converters.none(), asked);
    private final Encoding encoding = up.encodings().getFirst();
    private final Inbound primary = encoding.bind(SSRC);
    private final Inbound repetitions = encoding.repair();

    /** Counts what its owner is told. */
    private static final class Asked implements PictureUp.Owner {
        private int feedback;
        private final List<String> troubles = new ArrayList<>();

        @Override
        public void onFeedbackDue() {
            feedback++;
        }

        @Override
        public void onSending(boolean sending) {}

        @Override
        public void onTrouble(VideoTrouble trouble) {
            troubles.add(String.valueOf(trouble));
        }
    }

    @BeforeEach
    void watch() {
        new AccessUnits(up.source(), PATIENCE, frames::add).open();
        primary.onRtp(key(1000), 0);
        asked.feedback = 0;
    }

    /** RFC 7741 section 4.2 and RFC 6386 section 9.1: begins a partition 0, of a key frame. */
    private static Buffer key(int sequence) {
        return packet(
                sequence, 0x10, 0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0x68, 0x01, 0x00);
    }

    private static Buffer next(int sequence) {
        return packet(sequence, 0x10, 0x11, 0x02, 0x00, 0x00);
    }

    /** One frame in one packet. */
    private static Buffer packet(int sequence, int... payload) {
        Buffer packet = Buffer.wrap(new byte[Rtp.FIXED_HEADER + payload.length]);
        Rtp.write(packet, PRIMARY, sequence, sequence * 3000, SSRC);
        Rtp.marker(packet, true);
        for (int i = 0; i < payload.length; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, payload[i]);
        }
        return packet;
    }

    /** As Chromium sends them on the stream of retransmissions: padding, and nothing else. */
    private static Buffer probe(int sequence) {
        Buffer packet = packet(sequence, 0, 0, 3);
        Rtp.payloadType(packet, REPETITIONS);
        Rtp.ssrc(packet, RTX_SSRC);
        packet.put8(0, packet.u8(0) | 0x20);
        return packet;
    }

    @Test
    void aBrowserThatProbesThePathLosesNoPicture() {
        for (int i = 1; i <= 20; i++) {
            repetitions.onRtp(probe(20_000 + i), 0);
            primary.onRtp(next(1000 + i), 0);
            repetitions.onRtp(probe(1000 + i + 1), 0); // the numbers may even be near each other
        }
        assertThat(frames).hasSize(21);
        assertThat(asked.feedback).isZero();
    }

    private static Buffer of(int ssrc, Buffer packet) {
        Rtp.ssrc(packet, ssrc);
        return packet;
    }

    /** RFC 4588 section 4. */
    private static Buffer repetition(int ssrc, int number, Buffer of) {
        byte[] payload = of.bytes(Rtp.FIXED_HEADER, Rtp.payloadLength(of));
        int[] content = new int[2 + payload.length];
        content[0] = Rtp.sequence(of) >> 8;
        content[1] = Rtp.sequence(of) & 0xFF;
        for (int i = 0; i < payload.length; i++) {
            content[2 + i] = payload[i] & 0xFF;
        }
        Buffer packet = packet(number, content);
        Rtp.timestamp(packet, Rtp.timestamp(of));
        Rtp.payloadType(packet, REPETITIONS);
        return of(ssrc, packet);
    }

    @ParameterizedTest
    @ValueSource(ints = {990, 1000, 1001, 1021, 1400, 3900})
    void anotherSsrcIsANewSourceHoweverNearItsNumbersAre(int first) {
        for (int i = 1; i <= 20; i++) {
            primary.onRtp(next(1000 + i), i * MS);
        }
        Inbound other = encoding.bind(0xCC);
        asked.feedback = 0;
        for (int i = 0; i < 5; i++) {
            other.onRtp(of(0xCC, next(first + i)), (30 + i) * MS);
        }
        assertThat(frames).hasSize(21);
        assertThat(asked.feedback).isPositive();
        assertThat(up.source().restarts()).isEqualTo(1);
        other.onRtp(of(0xCC, key(first + 5)), 40 * MS);
        other.onRtp(of(0xCC, next(first + 6)), 50 * MS);
        assertThat(frames).hasSize(23);
        assertThat(frames.get(21).keyFrame()).isTrue();
    }

    @Test
    void whatComesOfTheSsrcOfBeforeIsNotMixedIn() {
        Inbound other = encoding.bind(0xCC);
        other.onRtp(of(0xCC, key(1003)), MS);
        primary.onRtp(next(1001), 2 * MS);
        repetitions.onRtp(repetition(RTX_SSRC, 7, next(1004)), 3 * MS);
        other.onRtp(of(0xCC, next(1004)), 4 * MS);
        assertThat(frames).hasSize(3);
        assertThat(encoding.ignored()).isEqualTo(2);
        assertThat(frames.getLast().rtpTimestamp()).isEqualTo(1004 * 3000);
    }

    @Test
    void butItIsTakenBackWhenTheOtherFallsSilent() {
        Inbound other = encoding.bind(0xCC);
        other.onRtp(of(0xCC, key(1003)), MS);
        primary.onRtp(key(1001), 900 * MS);
        assertThat(frames).hasSize(2);
        primary.onRtp(key(1002), 1100 * MS);
        assertThat(frames).hasSize(3);
        assertThat(encoding.stream().ssrc()).isEqualTo(SSRC);
    }

    @Test
    void theRepetitionsOfASenderThatKeepsTheirSsrcServeItsNextStreamToo() {
        Inbound other = encoding.bind(0xCC);
        other.onRtp(of(0xCC, key(1003)), MS);
        other.onRtp(of(0xCC, next(1005)), 1100 * MS);
        repetitions.onRtp(repetition(RTX_SSRC, 7, next(1004)), 1200 * MS);
        assertThat(frames).hasSize(4);
    }

    @Test
    void aJumpOfItsOwnNumbersIsANewBeginningToo() {
        primary.onRtp(next(1001), MS);
        for (int i = 0; i < 3; i++) {
            primary.onRtp(next(65_000 + i), (2 + i) * MS); // 1536 back
        }
        assertThat(up.source().restarts()).isEqualTo(1);
        primary.onRtp(key(65_003), 9 * MS);
        assertThat(frames).hasSize(3);
    }

    @Test
    void ofThreeEncodingsEverybodyGetsTheBestThatComes() {
        PictureUp layers =
                new PictureUp(
                        "ana",
                        CODEC,
                        List.of("f", "h", "q"),
                        new LipSync(),
                        Converters.none(),
                        asked);
        List<Inbound> inbound = new ArrayList<>();
        for (String rid : List.of("q", "h", "f")) {
            inbound.addFirst(layers.encoding(rid).bind(rid.charAt(0)));
        }
        for (int i = 0; i < 3; i++) {
            inbound.get(i).onRtp(of("fhq".charAt(i), key(1000 * i)), 0);
        }
        assertThat(layers.shown().rid()).isEqualTo("f");
        assertThat(layers.encoding("x")).isNull();
        inbound.get(1).onRtp(of('h', next(1001)), 1900 * MS);
        layers.tick(2100 * MS);
        assertThat(layers.shown().rid()).isEqualTo("h");
        layers.source().requestKeyFrame();
        assertThat(layers.encoding("h").stream().feedbackDue(2100 * MS)).isTrue();
        assertThat(layers.encoding("f").stream().feedbackDue(2100 * MS)).isFalse();
    }

    @Test
    void whoDoesNotAnswerIsToldOf() {
        long now = 0;
        for (int i = 1; i < 400; i++) {
            now += 50 * MS;
            up.source().requestKeyFrame();
            primary.onRtp(i % 200 == 0 ? key(1000 + i) : next(1000 + i), now);
            up.tick(now);
        }
        assertThat(asked.troubles)
                .containsExactly(
                        "VideoTrouble[kind=KEY_FRAMES, seconds=null, converted=false]",
                        "VideoTrouble[kind=KEY_FRAMES, seconds=10, converted=false]");
    }

    @Test
    void whoSendsAKeyFrameEveryTwoSecondsNeedNotAnswer() {
        long now = 0;
        for (int i = 1; i < 400; i++) {
            now += 50 * MS;
            up.source().requestKeyFrame();
            primary.onRtp(i % 40 == 0 ? key(1000 + i) : next(1000 + i), now);
            up.tick(now);
        }
        assertThat(asked.troubles).isNotEmpty();
        assertThat(asked.troubles.getLast()).isEqualTo("null");
    }
}
