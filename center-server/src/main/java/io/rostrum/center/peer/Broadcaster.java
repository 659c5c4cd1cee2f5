package io.rostrum.center.peer;

import io.rostrum.center.program.FeedTarget;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where a server's programs go.
 *
 * @param server the streaming server, as we reach it
 * @param publicServer the streaming server, as viewers reach it
 * @param directory for what waits to be sent
 * @param sessions makes ids of programs
 */
public record Broadcaster(
        Vertx vertx,
        ProgramSettings settings,
        URI server,
        URI publicServer,
        String secret,
        Path directory,
        InstantSource clock,
        Supplier<String> sessions) {
    /** The target of one program. */
    FeedTarget target(String room, String session, String title, String host, Instant since) {
        return new FeedTarget(
                server, secret, new Id(room), new Id(session), title, host, since, directory);
    }

    /** Where people watch the room. */
    String page(String room) {
        return publicServer + "/watch/" + room;
    }
}
