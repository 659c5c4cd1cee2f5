package io.rostrum.streaming.playback;

import io.rostrum.http.Later;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.timeline.SampleLog;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;

/** Bytes behind the front of an MP4, wherever they are. */
sealed interface Payload {
    /** Sends a range of them and ends the response, as fast as the reader takes them. */
    Future<Void> send(HttpServerResponse response, long from, long count);

    /** A file on our disk. */
    record Local(Vertx vertx, Path file) implements Payload {
        @Override
        public Future<Void> send(HttpServerResponse response, long from, long count) {
            OpenOptions reading = new OpenOptions().setRead(true).setWrite(false).setCreate(false);
            return vertx.fileSystem()
                    .open(file.toString(), reading)
                    .compose(open -> pipe(open, response, from, count));
        }

        private static Future<Void> pipe(
                AsyncFile open, HttpServerResponse response, long from, long count) {
            open.setReadPos(from).setReadLength(count).setReadBufferSize(64 << 10);
            return open.pipeTo(response).recover(gone -> Future.succeededFuture());
        }
    }

    /** Samples that are elsewhere, or a part of a file: asked for piece by piece. */
    record Logged(Vertx vertx, SampleLog log) implements Payload {
        private static final int PIECE = 1 << 20;

        @Override
        public Future<Void> send(HttpServerResponse response, long from, long count) {
            Promise<Void> done = Promise.promise();
            next(response, from, count, done);
            return done.future();
        }

        private void next(HttpServerResponse response, long from, long count, Promise<Void> done) {
            if (response.closed()) {
                done.complete();
                return;
            }
            int length = (int) Math.min(PIECE, count);
            vertx.executeBlocking(() -> Buffer.buffer(log.bytes(from, length)), false)
                    .onComplete(
                            Later.answer(
                                    piece -> sent(response, piece, from, count, done),
                                    done::tryFail));
        }

        private void sent(
                HttpServerResponse response,
                Buffer piece,
                long from,
                long count,
                Promise<Void> done) {
            long rest = count - piece.length();
            if (rest == 0) {
                Reply.settle(response.end(piece));
                done.complete();
                return;
            }
            Reply.settle(response.write(piece));
            long at = from + piece.length();
            if (response.writeQueueFull()) {
                response.drainHandler(
                        Later.go(() -> next(response, at, rest, done), done::tryFail));
            } else {
                next(response, at, rest, done);
            }
        }
    }
}
