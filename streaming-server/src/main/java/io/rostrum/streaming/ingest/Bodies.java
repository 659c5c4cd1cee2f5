package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** Small bodies of requests, read whole within a bound. */
final class Bodies {
    private Bodies() {}

    static Future<Buffer> read(HttpServerRequest request, int limit) {
        Promise<Buffer> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > limit) {
                promise.tryFail(
                        Upload.refuse(
                                FeedProblem.SEGMENT_TOO_LARGE,
                                "This body has at most " + limit + " bytes."));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> promise.tryComplete(body));
        request.exceptionHandler(
                broken -> promise.tryFail(new Refusal(Problem.badRequest("The body broke off."))));
        return promise.future();
    }

    static JsonObject json(Buffer body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException | ClassCastException e) {
            throw new Refusal(Problem.badRequest("The body is no JSON object."));
        }
    }

    /** Declared length; 0 where there is none. */
    static long length(HttpServerRequest request) {
        String text = request.getHeader("Content-Length");
        return text == null || !text.matches("\\d{1,18}") ? 0 : Long.parseLong(text);
    }

    /** The bytes of a header that has the tracks of a feed. */
    static byte[] checkedInit(Buffer body) {
        byte[] bytes = body.getBytes();
        try {
            InitSegment init = InitSegment.read(bytes);
            boolean picture =
                    init.track(FeedTracks.VIDEO)
                            .filter(track -> track instanceof Track.Video)
                            .filter(track -> track.timescale() == Track.Video.TIMESCALE)
                            .isPresent();
            boolean sound =
                    init.track(FeedTracks.AAC)
                            .filter(track -> track instanceof Track.Aac)
                            .filter(track -> track.timescale() == 48000)
                            .isPresent();
            boolean other =
                    init.track(FeedTracks.OPUS)
                            .filter(track -> track.timescale() != 48000)
                            .isPresent();
            if (!picture || !sound || other) {
                throw new Refusal(
                        Problem.badRequest(
                                "A feed has H.264 as track 1, AAC as track 2 and Opus as track 3,"
                                        + " if any."));
            }
            return bytes;
        } catch (CmafException e) {
            throw new Refusal(Problem.badRequest("Not a header: " + e.getMessage() + "."));
        }
    }
}
