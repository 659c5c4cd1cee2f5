package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A switch, three synthetic sources, and what a receiver gets; every buffer goes home. */
abstract class SwitchRig {
    static final long MS = 1_000_000L;
    static final ExtensionIds IDS = new ExtensionIds(0, 5, 2, 3, 0, 0);
    static final Map<VideoCodec, Integer> BOTH = Map.of(VideoCodec.H264, 102, VideoCodec.VP8, 96);

    final BufferPool pool = new BufferPool(64);
    final List<Buffer> sent = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    PictureSwitch picture = picture(BOTH);
    final SyntheticSource a = new SyntheticSource("a", VideoCodec.H264, 1, 65_530, 7);
    final SyntheticSource b = new SyntheticSource("b", VideoCodec.H264, 2, 100, -500);
    final SyntheticSource v = new SyntheticSource("v", VideoCodec.VP8, 3, 9000, 12);

    PictureSwitch picture(Map<VideoCodec, Integer> payloadTypes) {
        return new PictureSwitch(
                new PictureSwitch.Settings(payloadTypes, IDS, "1", 65_000, -90_000, 32_760),
                pool,
                (packet, now) -> sent.add(packet),
                new PictureSwitch.Listener() {
                    @Override
                    public void onCut(PictureSource source, long nowNanos) {
                        told.add(source == null ? "nothing" : source.name());
                    }

                    @Override
                    public void onUndecodable(PictureSource source, long nowNanos) {
                        told.add(source.name() + " undecodable");
                    }
                });
    }

    @AfterEach
    void everyBufferWentHome() {
        picture.close();
        sent.forEach(Buffer::release);
        assertThat(pool.lent()).isZero();
    }

    List<Integer> marks() {
        return sent.stream().map(SwitchRig::mark).distinct().toList();
    }

    static int mark(Buffer packet) {
        return Rtp.ssrc(packet);
    }

    void assertContinuous(int firstSequence) {
        int expected = firstSequence;
        for (Buffer packet : sent) {
            assertThat(Rtp.sequence(packet)).isEqualTo(expected & 0xFFFF);
            expected++;
        }
    }

    void assertEverythingIsRecalledAsItWasSent() {
        assertThat(sent).isNotEmpty();
        sent.stream()
                .map(PictureSwitchTest::mark)
                .distinct()
                .forEach(this::assertEverythingIsRecalledAsItWasSent);
    }

    void assertEverythingIsRecalledAsItWasSent(int mark) {
        for (Buffer packet : sent.stream().filter(one -> mark(one) == mark).toList()) {
            Buffer again = picture.recall(Rtp.sequence(packet), 0);
            assertThat(again).isNotNull();
            Rtp.ssrc(again, Rtp.ssrc(packet));
            assertThat(again.bytes()).isEqualTo(packet.bytes());
            again.release();
        }
    }
}
