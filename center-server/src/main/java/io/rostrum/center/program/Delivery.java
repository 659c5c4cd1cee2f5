package io.rostrum.center.program;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the backlog has to the streaming server, segment after segment, until a connection
 * breaks or it is closed. Confined to the feed's context.
 */
final class Delivery {
    /** Who goes on from there. Told nothing more once the delivery is over. */
    interface Listener {
        /** The server has stored everything before that segment. */
        void onAcknowledged(long next);

        /** The delivery is over; what was not acknowledged has to be sent again. */
        void onBreak(Throwable why);
    }

    private final Vertx vertx;
    private final FeedDoor door;
    private final FeedBacklog backlog;
    private final Duration patience;
    private final Listener listener;
    private long sending;
    private int written;
    private boolean waiting;
    private boolean over;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpConnection connection;

    /**
     * @param patience for a connection that takes nothing, and for an acknowledgement
     * @param next the segment that the server wants
     */
    Delivery(
            Vertx vertx,
            FeedDoor door,
            FeedBacklog backlog,
            Duration patience,
            long next,
            Listener listener) {
        this.vertx = vertx;
        this.door = door;
        this.backlog = backlog;
        this.patience = patience;
        this.sending = next;
        this.listener = listener;
    }

    /** Writes all that there is to write and the connection takes. */
    void pump() {
        while (!waiting && !over) {
            FeedSegment segment = backlog.find(sending);
            if (segment == null) {
                return;
            }
            HttpClientRequest current = request;
            if (segment.onDisk()) {
                await(backlog.load(segment));
            } else if (current == null) {
                begin(segment.number);
            } else if (written < segment.fragments().size()) {
                write(current, segment);
            } else if (segment.isComplete()) {
                complete(current);
            } else {
                return;
            }
        }
    }

    /** Stops the pump until then. */
    private <T> void await(Future<T> step) {
        waiting = true;
        step.onComplete(done -> goOn(), this::broken);
    }

    private void goOn() {
        waiting = false;
        pump();
    }

    private void begin(long number) {
        await(
                door.segment(number)
                        .map(fresh -> {
                            if (over) {
                                fresh.reset();
                            } else {
                                request = fresh;
                                written = 0;
                                listen(fresh);
                            }
                            return null;
                        }));
    }

    private void listen(HttpClientRequest fresh) {
        connection = fresh.connection();
        fresh.exceptionHandler(this::broken);
        fresh.response().compose(door::acknowledged).onComplete(this::acknowledged, this::broken);
    }

    private void write(HttpClientRequest current, FeedSegment segment) {
        current.write(segment.fragments().get(written++)).onFailure(this::broken);
        if (current.writeQueueFull()) {
            waiting = true;
            long slow =
                    vertx.setTimer(
                            patience.toMillis(),
                            late -> broken("The streaming server takes nothing more."));
            current.drainHandler(drained -> {
                vertx.cancelTimer(slow);
                goOn();
            });
        }
    }

    private void complete(HttpClientRequest current) {
        long number = sending;
        current.end().onFailure(this::broken);
        request = null;
        written = 0;
        sending++;
        vertx.setTimer(patience.toMillis(), late -> expect(number));
    }

    /** That segment should have been acknowledged by now. */
    private void expect(long number) {
        if (backlog.oldest() >= 0 && backlog.oldest() <= number) {
            broken("The streaming server does not acknowledge.");
        }
    }

    private void acknowledged(long next) {
        if (next > sending) {
            broken("The streaming server acknowledged what is not sent.");
        } else if (!over) {
            listener.onAcknowledged(next);
        }
    }

    private void broken(String words) {
        broken(FeedException.passing(words));
    }

    private void broken(Throwable why) {
        if (!over) {
            close();
            listener.onBreak(why);
        }
    }

    /** Whatever is still under way on the connection was sent in vain. */
    void close() {
        over = true;
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
