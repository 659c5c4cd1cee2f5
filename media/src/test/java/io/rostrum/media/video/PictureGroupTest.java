package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureGroupTest {
    private static final long MS = 1_000_000L;

    private final SyntheticSource a = new SyntheticSource("a", VideoCodec.H264, 1, 65_530, 7);
    private final PictureGroup group = a.source.group();
    private long now;

    private void send(boolean key, int size) {
        now += 40 * MS;
        a.send(a.frame(key, 3600, size), now);
    }

    @Test
    void keepsEverythingSinceTheLatestKeyFrameAndTheLastSecond() {
        send(true, 150);
        for (int i = 0; i < 100; i++) {
            send(false, 150);
        }
        assertThat(group.isIntact(now)).isTrue();
        assertThat(group.store().end() - group.store().first()).isEqualTo(3 + 100 * 2);
        send(true, 150);
        for (int i = 0; i < 100; i++) {
            send(false, 150);
        }
        assertThat(group.store().end() - group.store().first()).isEqualTo(3 + 100 * 2);
        assertThat(group.givenUp()).isZero();
    }

    @Test
    void aSourceThatSendsNoOtherKeyFrameDoesNotFillTheMemory() {
        send(true, 150);
        for (int i = 0; i < 600; i++) {
            send(false, 150);
        }
        assertThat(group.begun()).isFalse();
        assertThat(group.givenUp()).isEqualTo(1);
        assertThat(group.store().bytes()).isLessThan(30 * 300);
        send(true, 150);
        assertThat(group.begun()).isTrue();
    }

    @Test
    void norDoesOneThatSendsMuch() {
        send(true, 150);
        while (group.begun()) {
            send(false, 100_000);
            assertThat(group.store().bytes()).isLessThan(13 << 20);
        }
        assertThat(now).isGreaterThan(500 * MS);
        assertThat(group.givenUp()).isEqualTo(1);
    }

    @Test
    void whatIsMissingMayStillComeForAWhile() {
        send(true, 150);
        List<Buffer> lost = a.frame(false, 3600, 150);
        send(false, 150);
        assertThat(group.isIntact(now)).isTrue();
        assertThat(group.isIntact(now + 400 * MS)).isFalse();
        a.send(lost, now);
        assertThat(group.isIntact(now + 400 * MS)).isTrue();
    }

    @Test
    void aNewBeginningKeepsNothing() {
        send(true, 150);
        a.source.restart(now);
        assertThat(group.begun()).isFalse();
        assertThat(group.store().isEmpty()).isTrue();
        assertThat(a.source.parameterSets()).isEmpty();
    }

    @Test
    void picturesThatAreShownInAnotherOrderThanTheyComeAreNoticed() {
        send(true, 150);
        send(false, 150);
        assertThat(a.source.isReordered()).isFalse();
        for (int i = 0; i < 2; i++) {
            List<Buffer> back = a.frame(false, -3600, 50);
            back.getFirst().put8(back.getFirst().length() - 49, 0x9C); // slice_type 6
            a.send(back, now);
        }
        assertThat(a.source.isReordered()).isTrue();
        assertThat(group.begun()).isFalse();
        send(true, 150);
        assertThat(group.begun()).isFalse();
        assertThat(a.source.refused()).isPositive();
        a.source.requestKeyFrame();
        assertThat(a.asked).isZero();
        a.source.restart(now);
        send(true, 150);
        assertThat(group.begun()).isTrue();
    }

    @Test
    void aClockThatWasSetBackOnceIsNoOtherOrder() {
        send(true, 150);
        a.timestamp -= 8000;
        send(false, 150);
        send(false, 150);
        assertThat(a.source.isReordered()).isFalse();
    }

    @Test
    void aKeyFrameIsOnItsWayUntilSomethingElseComesOrNothing() {
        List<Buffer> key = a.frame(true, 3600, 1000);
        a.send(key.subList(0, 5), now);
        assertThat(group.isKeyArriving(now + 200 * MS)).isTrue();
        assertThat(group.isKeyArriving(now + 400 * MS)).isFalse();
        Buffer lost = key.get(5);
        a.send(key.subList(6, key.size()), now);
        assertThat(group.isKeyArriving(now)).isTrue();
        send(false, 150);
        assertThat(group.isKeyArriving(now)).isFalse();
        a.send(List.of(lost), now);
        assertThat(group.isIntact(now)).isTrue();
    }

    @Test
    void nobodyAsksForAnotherWhileOneCrawlsOverANarrowPath() {
        Recordings of = new Recordings();
        AccessUnits units = new AccessUnits(a.source, 300 * MS, frame -> of.frames++).open();
        int asked = a.asked;
        for (Buffer packet : a.frame(true, 3600, 3000)) {
            now += 100 * MS;
            a.send(List.of(packet), now);
            units.tick(now);
        }
        assertThat(of.frames).isEqualTo(1);
        assertThat(a.asked - asked).isZero();
    }

    private static final class Recordings {
        private int frames;
    }

    @Test
    void theGroupBeforeStaysForAWhileForThoseWhoWereGivenItLate() {
        send(true, 150);
        for (int i = 0; i < 100; i++) {
            send(false, 150);
        }
        long first = group.first();
        send(true, 150);
        assertThat(group.store().first()).isEqualTo(first);
        for (int i = 0; i < 26; i++) {
            send(false, 150);
        }
        assertThat(group.store().first()).isGreaterThan(first + 100);
    }
}
