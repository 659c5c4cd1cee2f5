package io.rostrum.streaming.playback;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for lately, in memory from which the kernel takes it without a copy of ours.
 * Confined to one event loop.
 *
 * <p>The memory is outside the heap, is used again and again: the collector, which runs when it
 * likes, has little to do with it. It is used again only once all that was being written from it is
 * written, or will never be.
 */
final class WarmBytes {
    /** What one loop holds at most. */
    private static final int MOST = 8 << 20;

    /** Small texts and parts of usual rates; what is larger is written as it is. */
    private static final int LARGEST = 256 << 10;

    private static final int SMALLEST = 16 << 10;

    private final Map<Same, Warm> warm = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Integer, Deque<ByteBuffer>> spare = new HashMap<>();
    private int taken;

    /** An array as the object that it is. */
    private static final class Same {
        private final byte[] array;

        Same(byte[] array) {
            this.array = array;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the object that it is, not what is in it
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.array == array;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(array);
        }
    }

    /** One array's copy, and how many responses are being written from it. */
    private static final class Warm {
        private final ByteBuffer room;
        private final ByteBuf bytes;
        private int writing;
        private boolean dropped;

        Warm(ByteBuffer room, byte[] from) {
            this.room = room;
            room.clear().put(from).flip();
            bytes = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(room.duplicate()));
        }
    }

    /** Ends the response with the bytes, which nobody changes. */
    Future<Void> end(HttpServerResponse response, byte[] bytes) {
        Warm one = warm.get(new Same(bytes));
        if (one == null) {
            one = warmed(bytes);
        }
        if (one == null) {
            return response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(bytes)));
        }
        Warm from = one;
        from.writing++;
        Buffer body = BufferInternal.buffer(from.bytes.duplicate());
        try {
            return response.end(body).onComplete(done -> written(from));
        } catch (RuntimeException over) { // the answer is given already: nothing will be written
            written(from);
            throw over;
        }
    }

    private void written(Warm one) {
        if (--one.writing == 0 && one.dropped) {
            giveBack(one.room);
        }
    }

    private @Nullable Warm warmed(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return null;
        }
        int size = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, bytes.length - 1)) << 1);
        ByteBuffer room = room(size);
        if (room == null) {
            return null;
        }
        Warm fresh = new Warm(room, bytes);
        warm.put(new Same(bytes), fresh);
        return fresh;
    }

    private @Nullable ByteBuffer room(int size) {
        ByteBuffer free = spare(size);
        while (free == null && taken + size > MOST && dropEldest()) {
            free = spare(size);
        }
        if (free != null) {
            return free;
        }
        while (taken + size > MOST) {
            if (!forgetSpare()) {
                return null; // readers are slow: they get it from the heap
            }
        }
        taken += size;
        return ByteBuffer.allocateDirect(size);
    }

    private @Nullable ByteBuffer spare(int size) {
        Deque<ByteBuffer> free = spare.get(size);
        return free == null ? null : free.poll();
    }

    /** Leaves room of another size to the collector: what is asked for has changed its size. */
    private boolean forgetSpare() {
        for (Deque<ByteBuffer> free : spare.values()) {
            ByteBuffer one = free.poll();
            if (one != null) {
                taken -= one.capacity();
                return true;
            }
        }
        return false;
    }

    private boolean dropEldest() {
        Iterator<Warm> eldest = warm.values().iterator();
        if (!eldest.hasNext()) {
            return false;
        }
        Warm one = eldest.next();
        eldest.remove();
        one.dropped = true;
        if (one.writing == 0) {
            giveBack(one.room);
        }
        return true;
    }

    private void giveBack(ByteBuffer room) {
        spare.computeIfAbsent(room.capacity(), size -> new ArrayDeque<>()).push(room);
    }
}
