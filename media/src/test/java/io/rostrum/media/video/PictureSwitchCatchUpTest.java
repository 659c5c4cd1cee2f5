package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import org.junit.jupiter.api.Test;

/** Sources that do not answer are begun with at their latest key frame. */
class PictureSwitchCatchUpTest extends SwitchRig {
    /** A key frame at 0, then that many others 40 ms apart; the time behind them. */
    private long deaf(SyntheticSource source, int others, int size) {
        source.send(source.frame(true, 3000, size), 0);
        for (int i = 1; i <= others; i++) {
            source.send(source.frame(false, 3600, size), i * 40 * MS);
        }
        return others * 40 * MS;
    }

    @Test
    void doesNotWaitForASourceThatDoesNotAnswerButCatchesUpFromItsLatestKeyFrame() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        long now = deaf(b, 200, 150);
        int old = sent.size();
        a.send(a.frame(false, 3000, 50), now);
        picture.select(b.source, now);
        picture.tick(now + 350 * MS);
        assertThat(told).containsExactly("a");
        a.send(a.frame(false, 3000, 50), now + 390 * MS);
        int edge = b.timestamp;
        picture.tick(now + 400 * MS);
        assertThat(told).containsExactly("a", "b");
        b.send(b.frame(false, 3600, 150), now + 410 * MS);
        assertContinuous(65_000);
        assertThat(sent.size() - old - 2).isEqualTo(402 + 2 + 1);
        int shift = picture.outTimestamp(0).getAsInt();
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(edge + shift + 3600);
        int before = Rtp.timestamp(sent.get(old + 1));
        for (Buffer packet : sent.subList(old + 2, sent.size() - 2)) {
            int step = Rtp.timestamp(packet) - before;
            assertThat(step).isBetween(0, 90);
            before = Rtp.timestamp(packet);
        }
        assertThat(before).isEqualTo(edge + shift);
        assertEverythingIsRecalledAsItWasSent(b.mark);
    }

    @Test
    void sendsWhatIsCaughtUpInBurstsThatAPathCanTake() {
        long now = deaf(b, 500, 900);
        picture.select(b.source, now);
        picture.tick(now + 400 * MS);
        int bytes = sent.stream().mapToInt(Buffer::length).sum();
        assertThat(bytes).isBetween(64 * 1024, 70 * 1024);
        for (int i = 1; i < 20; i++) {
            picture.tick(now + 400 * MS + i * 40 * MS);
        }
        b.send(b.frame(false, 3600, 900), now + 1200 * MS);
        assertContinuous(65_000);
        assertThat(sent).hasSize(1 + 502 * 10);
    }

    @Test
    void whoLostHisWayGetsTheLatestKeyFrameAgainFromASourceThatDoesNotAnswer() {
        long now = deaf(b, 50, 150);
        picture.select(b.source, now);
        picture.tick(now + 400 * MS);
        int first = sent.size();
        now += 4000 * MS;
        b.send(b.frame(false, 3600, 150), now);
        picture.onKeyFrameRequest(now);
        picture.tick(now + 100 * MS);
        assertThat(sent).hasSize(first + 2);
        picture.tick(now + 400 * MS);
        assertThat(sent).hasSize(2 * first + 4);
        assertContinuous(65_000);
        picture.onKeyFrameRequest(now + 900 * MS);
        picture.tick(now + 1500 * MS);
        assertThat(sent).hasSize(2 * first + 4);
    }

    @Test
    void aGroupWithAHoleIsNoBeginning() {
        b.send(b.frame(true, 3000, 150), 0);
        b.frame(false, 3600, 150);
        long now = 40 * MS;
        for (int i = 0; i < 50; i++) {
            now += 40 * MS;
            b.send(b.frame(false, 3600, 150), now);
        }
        picture.select(b.source, now);
        for (int i = 0; i < 20; i++) {
            now += 40 * MS;
            picture.tick(now);
        }
        assertThat(sent).isEmpty();
        b.send(b.frame(true, 3600, 150), now);
        assertThat(told).containsExactly("b");
    }

    @Test
    void aKeyFrameThatHasJustPassedIsWaitedForByNobody() {
        b.send(b.frame(true, 3000, 150), 0);
        b.send(b.frame(false, 3000, 150), 33 * MS);
        picture.select(b.source, 50 * MS);
        assertThat(told).containsExactly("b");
        assertThat(b.asked).isZero();
        assertContinuous(65_000);
        assertThat(sent).hasSize(5);
    }
}
