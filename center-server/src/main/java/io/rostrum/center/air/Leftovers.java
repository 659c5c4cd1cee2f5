package io.rostrum.center.air;

import io.rostrum.center.air.OnAirMarks.Mark;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Rooms;
import io.rostrum.protocol.feed.FeedPaths;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.Objects;

/**
 * Goes on with the programs that a server before us left on air when it was killed, and ends those
 * whose room is gone; otherwise their channels would be taken until the streaming server loses
 * patience.
 */
public final class Leftovers {
    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());
    private static final int CLIENT_ERRORS = 400;
    private static final long PATIENCE_MILLIS = 5_000;

    private Leftovers() {}

    /** Complete when all were taken up; what could not be ended is tried at the next start. */
    public static Future<Void> takeUp(Broadcaster broadcaster, Rooms rooms) {
        Vertx vertx = broadcaster.vertx();
        WebClient client = WebClient.create(vertx);
        return vertx.executeBlocking(() -> broadcaster.marks().all())
                .compose(marks -> takeUp(broadcaster, rooms, client, Objects.requireNonNull(marks)))
                .onFailure(failure ->
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "programs of before were not taken up",
                                failure))
                .onComplete(done -> client.close());
    }

    private static Future<Void> takeUp(
            Broadcaster broadcaster, Rooms rooms, WebClient client, List<Mark> marks) {
        List<Future<Void>> all =
                marks.stream().map(mark -> takeUp(broadcaster, rooms, client, mark)).toList();
        return Future.join(all).mapEmpty();
    }

    private static Future<Void> takeUp(
            Broadcaster broadcaster, Rooms rooms, WebClient client, Mark mark) {
        return rooms.find(mark.room().text())
                .compose(
                        room -> room.resume(mark.program()),
                        failure ->
                                failure instanceof Refusal
                                        ? end(broadcaster, client, mark)
                                        : Future.failedFuture(failure));
    }

    private static Future<Void> end(Broadcaster broadcaster, WebClient client, Mark mark) {
        String path = FeedPaths.end(mark.room(), new Id(mark.program().session()));
        return client.postAbs(broadcaster.server() + path)
                .timeout(PATIENCE_MILLIS)
                .bearerTokenAuthentication(broadcaster.feedKey(mark.room().text()))
                .send()
                .compose(answer ->
                        isSettled(answer.statusCode())
                                ? broadcaster.forget(mark)
                                : Future.failedFuture("HTTP " + answer.statusCode()));
    }

    /** Ended now, or nothing that could be ended. */
    private static boolean isSettled(int status) {
        return status < CLIENT_ERRORS || status == 404 || status == 410;
    }
}
