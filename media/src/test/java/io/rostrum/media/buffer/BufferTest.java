package io.rostrum.media.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BufferTest {
    private final BufferPool pool = new BufferPool(2);

    @Test
    void readsBackWhatWasWritten() {
        Buffer buffer = pool.lend(16);
        buffer.put8(0, 0xFE);
        buffer.put16(1, 0xCAFE);
        buffer.put24(3, 0xABCDEF);
        buffer.put64(6, 0x8000_0000_0000_0001L);
        assertThat(buffer.u8(0)).isEqualTo(0xFE);
        assertThat(buffer.u16(1)).isEqualTo(0xCAFE);
        assertThat(buffer.u24(3)).isEqualTo(0xABCDEF);
        assertThat(buffer.i64(6)).isEqualTo(0x8000_0000_0000_0001L);
        assertThat(buffer.u32(6)).isEqualTo(0x8000_0000L);
    }

    @Test
    void refusesToReadBeyondItsRun() {
        Buffer buffer = pool.lend(3);
        assertThatThrownBy(() -> buffer.u32(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> buffer.u8(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void lendsTheSameBytesAgainAfterTheyCameBack() {
        Buffer first = pool.lend(100);
        first.release();
        assertThat(pool.lend(5)).isSameAs(first);
        assertThat(pool.lent()).isEqualTo(1);
    }

    @Test
    void noticesThatABufferIsReleasedTwice() {
        Buffer buffer = pool.lend();
        buffer.release();
        assertThatThrownBy(buffer::release).isInstanceOf(IllegalStateException.class);
        assertThat(pool.lent()).isZero();
    }

    @Test
    void hasRoomForTheTrailerOfAFullDatagram() {
        Buffer buffer = pool.lend(BufferPool.DATAGRAM);
        buffer.append(new byte[BufferPool.TAILROOM], BufferPool.TAILROOM);
        assertThat(buffer.length()).isEqualTo(BufferPool.DATAGRAM + BufferPool.TAILROOM);
    }
}
