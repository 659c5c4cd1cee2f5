package io.rostrum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketStoreTest {
    private final BufferPool pool = new BufferPool(4);
    private final PacketStore store = new PacketStore(256);

    private static Buffer packet(long number, int size) {
        Buffer packet = Buffer.wrap(new byte[Rtp.FIXED_HEADER + size]);
        Rtp.write(packet, 96, (int) number & 0xFFFF, (int) number * 10, 7);
        Rtp.marker(packet, number % 2 == 0);
        for (int i = 0; i < size; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, (int) number + i & 0xFF);
        }
        return packet;
    }

    @Test
    void givesEveryPacketAsOftenAsItIsWanted() {
        for (long number = 70_000; number < 70_100; number++) {
            store.add(number, packet(number, 900), (int) number & 7, number);
        }
        for (int round = 0; round < 2; round++) {
            for (long number = 70_000; number < 70_100; number++) {
                Buffer copy = store.copy(number, pool);
                assertThat(copy.bytes()).isEqualTo(packet(number, 900).bytes());
                copy.release();
                assertThat(store.content(number)).isEqualTo((int) number & 7);
                assertThat(store.arrived(number)).isEqualTo(number);
                assertThat(store.timestamp(number)).isEqualTo((int) number * 10);
                assertThat(store.marker(number)).isEqualTo(number % 2 == 0);
            }
        }
        assertThat(pool.lent()).isZero();
        assertThat(store.bytes()).isEqualTo(100 * 912);
    }

    @Test
    void spansNoMoreNumbersThanItMay() {
        for (long number = 0; number < 1000; number++) {
            store.add(number, packet(number, 10), 0, 0);
        }
        assertThat(store.first()).isEqualTo(744);
        assertThat(store.copy(743, pool)).isNull();
        assertThat(store.bytes()).isEqualTo(256 * 22);
        store.add(100_000, packet(100_000, 10), 0, 0);
        assertThat(store.first()).isEqualTo(100_000);
        assertThat(store.bytes()).isEqualTo(22);
    }

    @Test
    void aNumberThatCarriesNothingIsHereAndEmpty() {
        store.add(5, packet(5, 10), 0, 0);
        store.skip(6, 0);
        assertThat(store.contains(6)).isTrue();
        assertThat(store.isSkipped(6)).isTrue();
        assertThat(store.isSkipped(5)).isFalse();
        assertThat(store.copy(6, pool)).isNull();
        assertThatThrownBy(() -> store.arrived(7)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isWhatAMapWouldBe(long seed) {
        Random random = new Random(seed);
        Map<Long, Integer> map = new HashMap<>();
        long end = 1000;
        long floor = 0;
        for (int i = 0; i < 20_000; i++) {
            long number = end + random.nextInt(12) - 8;
            if (random.nextInt(50) == 0) {
                floor = Math.max(floor, end - random.nextInt(100));
                store.dropBefore(floor);
            } else if (random.nextInt(2000) == 0) {
                store.clear();
                map.clear();
                floor = 0;
            } else {
                int size = random.nextInt(1400);
                boolean wanted = number >= floor && number > end - 257 && !store.contains(number);
                store.add(number, packet(number, size), 0, 0);
                if (wanted) {
                    map.put(number, size);
                }
                end = Math.max(end, number + 1);
            }
            map.keySet().removeIf(known -> store.isEmpty() || known < store.first());
            assertThat(store.bytes())
                    .isEqualTo(map.values().stream().mapToLong(size -> size + 12).sum());
        }
        map.forEach((number, size) -> {
            Buffer copy = store.copy(number, pool);
            assertThat(copy.bytes()).isEqualTo(packet(number, size).bytes());
            copy.release();
        });
    }
}
