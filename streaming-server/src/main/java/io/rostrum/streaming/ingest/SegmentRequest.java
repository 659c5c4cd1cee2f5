package io.rostrum.streaming.ingest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Carries the bytes of a request to an upload, and holds the sender back while the disk is behind.
 *
 * <p>Confined to the event loop of the connection.
 */
final class SegmentRequest {
    private static final int MOST_IN_FLIGHT = 4 << 20;

    private final HttpServerRequest request;
    private final Program program;
    private final Upload upload;
    private final Context context;
    private int inFlight;
    private boolean paused;
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
        inFlight += chunk.length;
        if (inFlight > MOST_IN_FLIGHT && !paused) {
            paused = true;
            request.pause();
        }
        Future<Void> taken = program.take(upload, chunk);
        taken.onComplete(done -> context.runOnContext(back -> onTaken(chunk.length)));
    }

    private void onTaken(int count) {
        inFlight -= count;
        if (paused && inFlight < MOST_IN_FLIGHT / 2) {
            paused = false;
            request.resume();
        }
    }
}
