package io.rostrum.center.air;

import io.rostrum.center.program.FeedStore;
import io.rostrum.center.program.FeedTarget;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where a server's programs go.
 *
 * @param server the streaming server, as we reach it
 * @param publicServer the streaming server, as viewers reach it
 * @param secret from which the key of each feed is made
 * @param store the disk for what waits to be sent
 * @param marks what is on air, for the next start
 * @param sessions makes ids of programs
 */
public record Broadcaster(
        Vertx vertx,
        ProgramSettings settings,
        URI server,
        URI publicServer,
        String secret,
        FeedStore store,
        OnAirMarks marks,
        InstantSource clock,
        Supplier<String> sessions) {
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

    /** Notes that a program is on air. */
    Future<Void> remember(OnAirMarks.Mark mark) {
        return vertx.executeBlocking(
                        () -> {
                            marks.put(mark);
                            return mark;
                        })
                .mapEmpty();
    }

    /** Notes that a program has ended. */
    Future<Void> forget(OnAirMarks.Mark mark) {
        return vertx.executeBlocking(
                        () -> {
                            marks.remove(mark);
                            return mark;
                        })
                .mapEmpty();
    }

    /** Where people watch the room. */
    String page(String room) {
        return publicServer + "/watch/" + room;
    }
}
