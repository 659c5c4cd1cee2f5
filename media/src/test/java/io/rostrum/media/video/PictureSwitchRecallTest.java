package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a receiver has lost is made again out of the source's store. */
class PictureSwitchRecallTest extends SwitchRig {
    @Test
    void makesEveryPacketAgainAsItWasSentAcrossSkippedNumbersAndACut() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        a.source.onSkipped(a.sequence, 0);
        a.sequence = a.sequence + 1 & 0xFFFF;
        a.send(a.frame(false, 3000, 300), MS);
        picture.select(b.source, MS);
        b.send(b.frame(true, 3000, 500), 2 * MS);
        b.send(b.frame(false, 3000, 300), 3 * MS);
        assertThat(marks()).containsExactly(1, 2);
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void makesVp8AgainWithTheNumbersItHad() {
        picture.select(v.source, 0);
        v.send(v.frame(true, 3000, 500), 0);
        v.send(v.frame(false, 3000, 300), MS);
        picture.select(a.source, MS);
        a.send(a.frame(true, 3000, 500), 2 * MS);
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void makesTheParameterSetsAgainThatTheSourceSentOnceOnly() {
        a.send(a.frame(true, 3000, 500), 0);
        picture.select(a.source, 300 * MS);
        List<Buffer> withoutSets = a.frame(true, 3000, 500);
        withoutSets.removeFirst();
        a.send(withoutSets, 301 * MS);
        assertThat(told).containsExactly("a");
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void hasNothingToMakeOfWhatWasNeverSent() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        assertThat(picture.recall(64_999, 0)).isNull();
        assertThat(picture.recall(Rtp.sequence(sent.getLast()) + 1, 0)).isNull();
    }

    @Test
    void findsNothingOfASourceUnderTheNumbersItHadBeforeItBeganAnew() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        a.sequence = a.sequence + 20_000 & 0xFFFF;
        a.send(a.frame(true, 3000, 500), MS);
        assertThat(told).containsExactly("a", "a");
        assertEverythingIsRecalledAsItWasSent();
    }

    @Test
    void letsTheStoreGoOfWhoIsNotSeenAnyMore() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        int lost = Rtp.sequence(sent.getLast());
        picture.select(null, MS);
        picture.tick(500 * MS);
        Buffer again = picture.recall(lost, 500 * MS);
        assertThat(again).isNotNull();
        again.release();
        picture.tick(1500 * MS);
        assertThat(picture.recall(lost, 1500 * MS)).isNull();
    }

    @Test
    void aViewerOfManyLendsNothingThatStaysWithHim() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 5000), 0);
        assertThat(pool.lent()).isEqualTo(sent.size());
    }
}
