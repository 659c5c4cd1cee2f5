package io.rostrum.center.program;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * The connection on which segments go, one request behind the other. Confined to the feed's
 * context.
 */
final class SegmentLine {
    /** Hears how it goes, with the attempt to which the word belongs. */
    interface Listener {
        /** What was begun or written was taken. */
        void onReady(int attempt);

        /**
         * The server has stored everything before that segment.
         *
         * @param loss what viewers by WebRTC lose of the sound, in percent
         */
        void onAcknowledged(int attempt, long next, int loss);

        void onBroken(int attempt, Throwable why);
    }

    private final FeedDoor door;
    private final Listener listener;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpConnection connection;

    /** Requests that were asked for before it was closed come too late. */
    private int closings;

    SegmentLine(FeedDoor door, Listener listener) {
        this.door = door;
        this.listener = listener;
    }

    void begin(int attempt, long number) {
        int before = closings;
        door.segment(number)
                .onComplete(
                        fresh -> {
                            if (before == closings) {
                                begun(attempt, fresh);
                            } else {
                                fresh.reset();
                            }
                        },
                        why -> listener.onBroken(attempt, why));
    }

    private void begun(int attempt, HttpClientRequest fresh) {
        request = fresh;
        connection = fresh.connection();
        fresh.exceptionHandler(why -> listener.onBroken(attempt, why));
        fresh.response()
                .compose(door::acknowledged)
                .onComplete(
                        told -> listener.onAcknowledged(attempt, told.next(), told.loss()),
                        why -> listener.onBroken(attempt, why));
        listener.onReady(attempt);
    }

    void write(int attempt, byte[] bytes) {
        HttpClientRequest current = request;
        if (current == null) {
            return;
        }
        current.write(Buffer.buffer(bytes)).onFailure(why -> listener.onBroken(attempt, why));
        if (current.writeQueueFull()) {
            current.drainHandler(drained -> listener.onReady(attempt));
        } else {
            listener.onReady(attempt);
        }
    }

    void finish(int attempt) {
        HttpClientRequest current = request;
        request = null;
        if (current != null) {
            current.end().onFailure(why -> listener.onBroken(attempt, why));
        }
    }

    /** Whatever is still under way on the connection was sent in vain. */
    void close() {
        closings++;
        HttpClientRequest broken = request;
        request = null;
        if (broken != null) {
            broken.exceptionHandler(ignored -> {});
        }
        HttpConnection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }
}
