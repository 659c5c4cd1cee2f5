package io.rostrum.center.air;

import io.rostrum.protocol.feed.FeedPaths;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import io.vertx.ext.web.client.WebClient;
import java.util.function.Function;

/** Tells the streaming server that a session has ended; docs/protocol.md "Feed". */
final class EndDoor implements Function<Mark, Future<Void>> {
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final long PATIENCE_MILLIS = 5_000;

    private final Broadcaster broadcaster;
    private final WebClient client;

    EndDoor(Broadcaster broadcaster) {
        this.broadcaster = broadcaster;
        client = WebClient.create(broadcaster.vertx());
    }

    @Override
    public Future<Void> apply(Mark mark) {
        String path = FeedPaths.end(mark.room(), new Id(mark.program().session()));
        return client.postAbs(broadcaster.server() + path)
                .timeout(PATIENCE_MILLIS)
                .bearerTokenAuthentication(broadcaster.feedKey(mark.room().text()))
                .send()
                .compose(answer ->
                        isSettled(answer.statusCode())
                                ? Future.succeededFuture()
                                : Future.failedFuture("HTTP " + answer.statusCode()));
    }

    /** Ended now, or nothing that we could end. */
    private static boolean isSettled(int status) {
        boolean later = status == 408 || status == 425 || status == 429;
        return status < CLIENT_ERRORS || status < SERVER_ERRORS && !later;
    }
}
