package io.rostrum.streaming.ingest;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries the bytes of a request to an upload, and holds the sender back while the disk is behind.
 *
 * <p>Confined to the event loop of the connection, but for {@link #taken}.
 */
final class SegmentRequest {
    private static final int MOST_IN_FLIGHT = 4 << 20;

    private final HttpServerRequest request;
    private final Program program;
    private final Upload upload;
    private final Context context;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean paused;
    private boolean ended;

    SegmentRequest(Vertx vertx, HttpServerRequest request, Program program, Upload upload) {
        this.request = request;
        this.program = program;
        this.upload = upload;
        this.context = vertx.getOrCreateContext();
    }

    void start() {
        request.handler(this::onBytes);
        request.endHandler(end -> {
            ended = true;
            program.complete(upload);
        });
        request.exceptionHandler(broken -> lost());
    }

    private void lost() {
        if (!ended) {
            ended = true;
            program.lost(upload);
        }
    }

    private void onBytes(Buffer bytes) {
        byte[] chunk = bytes.getBytes();
        if (inFlight.addAndGet(chunk.length) > MOST_IN_FLIGHT && !paused) {
            paused = true;
            request.pause();
        }
        // asked after the pause, so that the last one who is taken sees it
        program.take(upload, chunk).onComplete(done -> taken(chunk.length));
    }

    /** On the program's event loop; comes back here only where the sender waits. */
    private void taken(int count) {
        if (inFlight.addAndGet(-count) < MOST_IN_FLIGHT / 2 && paused) {
            context.runOnContext(back -> resume());
        }
    }

    private void resume() {
        if (paused) {
            paused = false;
            request.resume();
        }
    }
}
