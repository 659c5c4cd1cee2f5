package io.rostrum.streaming.playback;

import io.rostrum.streaming.http.Range;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Arrays;

/** An MP4 file that consists of a header in memory and a file on disk, with ranges. */
final class Mp4Reply {
    private final Vertx vertx;
    private final PlaybackMeters meters;

    Mp4Reply(Vertx vertx, PlaybackMeters meters) {
        this.vertx = vertx;
        this.meters = meters;
    }

    void send(RoutingContext ctx, byte[] header, Path file, long fileLength, String tag) {
        long length = header.length + fileLength;
        HttpServerResponse response =
                ctx.response()
                        .putHeader("Content-Type", "video/mp4")
                        .putHeader("Cache-Control", "public, max-age=3600")
                        .putHeader("Accept-Ranges", "bytes")
                        .putHeader("ETag", tag);
        if (tag.equals(ctx.request().getHeader("If-None-Match"))) {
            Reply.settle(response.setStatusCode(304).end());
            return;
        }
        String condition = ctx.request().getHeader("If-Range");
        boolean whole = condition != null && !condition.equals(tag);
        String asked = whole ? null : ctx.request().getHeader("Range");
        Range range = Range.read(asked, length).orElse(new Range(0, length));
        response.putHeader("Content-Length", Long.toString(range.length()));
        if (range.length() != length) {
            response.setStatusCode(206)
                    .putHeader(
                            "Content-Range",
                            "bytes " + range.from() + "-" + (range.to() - 1) + "/" + length);
        }
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            Reply.settle(response.end());
            return;
        }
        meters.sent(range.length());
        write(ctx, header, file, range);
    }

    private void write(RoutingContext ctx, byte[] header, Path file, Range range) {
        HttpServerResponse response = ctx.response();
        if (range.from() < header.length) {
            int to = (int) Math.min(range.to(), header.length);
            Buffer front = Buffer.buffer(Arrays.copyOfRange(header, (int) range.from(), to));
            if (range.to() <= header.length) {
                Reply.settle(response.end(front));
                return;
            }
            Reply.settle(response.write(front));
        }
        long from = Math.max(0, range.from() - header.length);
        long count = range.to() - header.length - from;
        Reply.settle(
                vertx.fileSystem()
                        .open(
                                file.toString(),
                                new OpenOptions().setRead(true).setWrite(false).setCreate(false))
                        .compose(open -> pipe(open, response, from, count))
                        .onFailure(why -> Reply.failure(ctx, why)));
    }

    private static Future<Void> pipe(
            AsyncFile open, HttpServerResponse response, long from, long count) {
        open.setReadPos(from).setReadLength(count).setReadBufferSize(64 << 10);
        return open.pipeTo(response).recover(gone -> Future.succeededFuture());
    }
}
