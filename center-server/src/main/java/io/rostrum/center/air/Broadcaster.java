package io.rostrum.center.air;

import io.rostrum.center.program.FeedStore;
import io.rostrum.center.program.FeedTarget;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;

/**
 * Where a server's programs go.
 *
 * @param server the streaming server, as we reach it
 * @param publicServer the streaming server, as viewers reach it
 * @param secret from which the key of each feed is made
 * @param store the disk for what waits to be sent
 */
public record Broadcaster(
        Vertx vertx,
        ProgramSettings settings,
        URI server,
        URI publicServer,
        String secret,
        FeedStore store,
        InstantSource clock) {
    /** The target of one program. */
    FeedTarget target(String room, Studio.Left program) {
        return new FeedTarget(
                server,
                feedKey(room),
                new Id(room),
                new Id(program.session()),
                program.title(),
                program.host(),
                program.since(),
                store);
    }

    String feedKey(String room) {
        return FeedKey.of(secret, room);
    }

    /** Where people watch the room. */
    String page(String room) {
        return publicServer + "/watch/" + room;
    }
}
