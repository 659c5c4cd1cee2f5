package io.rostrum.streaming.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.List;

/** Bytes of a response that many viewers share: one or more arrays, never copied. */
public record Body(List<byte[]> arrays) {
    /** Small enough that a slow reader makes visible progress with each. */
    static final int CHUNK = 64 << 10;

    public Body {
        arrays = List.copyOf(arrays);
    }

    public static Body of(byte[] bytes) {
        return new Body(List.of(bytes));
    }

    public long length() {
        long sum = 0;
        for (byte[] array : arrays) {
            sum += array.length;
        }
        return sum;
    }

    /** At most {@link #CHUNK} bytes from {@code from} on, and not beyond {@code to}. */
    Buffer chunk(long from, long to) {
        long at = from;
        for (byte[] array : arrays) {
            if (at < array.length) {
                int count = (int) Math.min(Math.min(CHUNK, array.length - at), to - from);
                return BufferInternal.buffer(Unpooled.wrappedBuffer(array, (int) at, count));
            }
            at -= array.length;
        }
        throw new IllegalArgumentException("beyond the end: " + from);
    }
}
