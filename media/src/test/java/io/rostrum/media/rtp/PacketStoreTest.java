package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacketStoreTest {
    private static final long SECOND = 1000 * MS;

    private final BufferPool pool = new BufferPool(4);
    private PacketStore store = new PacketStore(PacketStore.Limits.PICTURE);

    @AfterEach
    void everyBufferWentHome() {
        assertThat(pool.lent()).isZero();
    }

    /** Its bytes say its number. */
    private static Buffer packet(int sequence, int timestamp, int length) {
        Buffer packet = Packets.rtp(sequence, timestamp, new int[length]);
        for (int i = 0; i < length; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, sequence * 31 + i);
        }
        return packet;
    }

    private void keep(int sequence, int timestamp, long nowNanos) {
        store.keep(packet(sequence, timestamp, 900), nowNanos);
    }

    private boolean has(int sequence) {
        Buffer copy = store.copy(sequence & 0xFFFF, pool);
        if (copy == null) {
            return false;
        }
        int length = copy.length() - Rtp.FIXED_HEADER;
        byte[] expected = packet(sequence, Rtp.timestamp(copy), length).bytes();
        assertThat(copy.bytes()).isEqualTo(expected);
        copy.release();
        return true;
    }

    private List<Integer> sinceKeyFrame() {
        List<Integer> told = new ArrayList<>();
        store.sinceKeyFrame(
                pool,
                new PacketStore.Reader() {
                    @Override
                    public void onPacket(Buffer packet) {
                        told.add(Rtp.sequence(packet));
                    }

                    @Override
                    public void onSkipped(int sequence) {
                        told.add(-sequence);
                    }
                });
        return told;
    }

    @Test
    void givesBackWhatItKeptAcrossTheWrapOfNumbers() {
        for (int number = 65_000; number < 66_000; number++) {
            keep(number, number, 0);
        }
        for (int number = 65_000; number < 66_000; number++) {
            assertThat(has(number)).isTrue();
        }
        assertThat(has(64_999)).isFalse();
        assertThat(has(66_000)).isFalse();
    }

    @Test
    void forgetsAfterASecondWhatNoKeyFrameHolds() {
        keep(1, 0, 0);
        keep(2, 0, 600 * MS);
        store.expire(1100 * MS);
        assertThat(has(1)).isFalse();
        assertThat(has(2)).isTrue();
        store.expire(2 * SECOND);
        assertThat(store.packets()).isZero();
    }

    @Test
    void keepsEverythingSinceTheKeyFrameForAsLongAsItIsTheLatest() {
        keep(1, 0, 0);
        keep(2, 3000, 0);
        store.mark(packet(2, 3000, 1), 0);
        keep(3, 6000, 0);
        keep(4, 9000, 20 * SECOND);
        assertThat(has(1)).isFalse();
        assertThat(sinceKeyFrame()).containsExactly(2, 3, 4);
    }

    @Test
    void keepsAnOldKeyFrameASecondLonger() {
        keep(1, 0, 0);
        store.mark(packet(1, 0, 1), 0);
        keep(2, 90_000, 5 * SECOND);
        store.mark(packet(2, 90_000, 1), 5 * SECOND);
        store.expire(5900 * MS);
        assertThat(has(1)).isTrue();
        assertThat(sinceKeyFrame()).containsExactly(2);
        store.expire(6 * SECOND);
        assertThat(has(1)).isFalse();
    }

    @Test
    void aKeyFrameBeginsWithItsFirstPacketEvenWhenThatComesLate() {
        keep(7, 3000, 0);
        store.mark(packet(7, 3000, 1), 0);
        keep(6, 3000, 0);
        store.mark(packet(6, 3000, 1), 0);
        keep(5, 0, 0);
        store.mark(packet(5, 0, 1), 0);
        assertThat(sinceKeyFrame()).containsExactly(6, 7);
    }

    @Test
    void tellsWhatCarriesNothingAndLeavesGapsOpen() {
        keep(1, 0, 0);
        store.mark(packet(1, 0, 1), 0);
        store.skip(2, 0);
        keep(4, 3000, 0);
        assertThat(sinceKeyFrame()).containsExactly(1, -2, 4);
        assertThat(has(2)).isFalse();
        keep(3, 3000, 0);
        assertThat(sinceKeyFrame()).containsExactly(1, -2, 3, 4);
    }

    @Test
    void aSourceThatNeverSendsAnotherKeyFrameDoesNotFillMemory() {
        keep(0, 0, 0);
        store.mark(packet(0, 0, 1), 0);
        for (int number = 1; number < 40_000; number++) {
            keep(number, number, number * 4 * MS);
            assertThat(store.packets()).isLessThanOrEqualTo(8192);
            assertThat(store.footprint()).isLessThanOrEqualTo(8 << 20);
        }
        assertThat(store.hasKeyFrame()).isFalse();
        assertThat(store.packets()).as("the last second").isBetween(249, 252);
        assertThat(has(39_999)).isTrue();
    }

    @Test
    void holdsItsBoundOfBytesWhateverTheSizes() {
        store = new PacketStore(new PacketStore.Limits(512, 20_000, 1_000_000L * SECOND));
        Random random = new Random(1);
        for (int number = 0; number < 20_000; number++) {
            store.keep(packet(number, number, random.nextInt(1400)), 0);
            if (random.nextInt(10) == 0) {
                store.skip(++number, 0);
            }
            assertThat(store.footprint()).isLessThanOrEqualTo(20_000);
            assertThat(has(number) || store.copy(number & 0xFFFF, pool) == null).isTrue();
        }
        assertThat(store.packets()).isBetween(10, 512);
    }

    @Test
    void findsWhatCameInWhateverOrderOrNothingButNeverAnotherPacket() {
        Random random = new Random(2);
        for (int i = 0; i < 30_000; i++) {
            int number = Math.max(0, i + random.nextInt(600) - 300);
            store.keep(packet(number, number, random.nextInt(200)), i * MS);
            if (random.nextInt(400) == 0) {
                store.mark(packet(number, number, 1), i * MS);
            }
            has(Math.max(0, i - random.nextInt(2000)));
        }
        assertThat(store.packets()).isGreaterThan(300);
    }

    @Test
    void takesMoreMemoryOnlyAsItIsNeeded() {
        for (int number = 0; number < 50; number++) {
            keep(number, 0, 0);
        }
        assertThat(store.footprint()).isEqualTo(64 << 10);
    }

    @Test
    void findsBothOfTwoWhoseNumbersAreFarApart() {
        for (int gap = 256; gap < 8192; gap *= 2) {
            store = new PacketStore(PacketStore.Limits.PICTURE);
            keep(100, 0, 0);
            keep(100 + gap, 0, 0);
            assertThat(has(100)).isTrue();
            assertThat(has(100 + gap)).isTrue();
            assertThat(store.packets()).isEqualTo(2);
        }
    }
}
