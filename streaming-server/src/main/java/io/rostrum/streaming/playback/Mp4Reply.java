package io.rostrum.streaming.playback;

import io.rostrum.http.Tags;
import io.rostrum.streaming.http.Range;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** An MP4 file that consists of a header in memory and a file behind it, with ranges. */
final class Mp4Reply {
    /** A host may cut a recording at any moment; whoever has it by then is told by its tag. */
    private static final String CACHE = "public, max-age=60";

    private final PlaybackMeters meters;

    Mp4Reply(PlaybackMeters meters) {
        this.meters = meters;
    }

    void send(RoutingContext ctx, byte[] header, Payload file, long fileLength, String tag) {
        send(ctx, "video/mp4", header, file, fileLength, tag);
    }

    void send(
            RoutingContext ctx,
            String type,
            byte[] header,
            Payload file,
            long fileLength,
            String tag) {
        long length = header.length + fileLength;
        HttpServerResponse response =
                ctx.response()
                        .putHeader("Content-Type", type)
                        .putHeader("Cache-Control", CACHE)
                        .putHeader("Accept-Ranges", "bytes")
                        .putHeader("ETag", tag);
        if (Tags.known(ctx.request(), tag)) {
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

    private static void write(RoutingContext ctx, byte[] header, Payload file, Range range) {
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
        Reply.settle(file.send(response, from, count).onFailure(why -> Reply.failure(ctx, why)));
    }
}
