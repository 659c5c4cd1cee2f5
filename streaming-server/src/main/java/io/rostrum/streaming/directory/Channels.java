package io.rostrum.streaming.directory;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.ingest.Program;
import io.rostrum.streaming.timeline.Session;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is on air, and word of it to who listens. Any thread. */
public final class Channels implements Program.Listener {
    private final Map<Id, Program> onAir = new ConcurrentHashMap<>();
    private final Map<Id, Integer> told = new ConcurrentHashMap<>();
    private final Viewers viewers;
    private final Events events;
    private final Recordings recordings;
    private volatile Links links = new Links("");

    public Channels(Viewers viewers, Events events, Recordings recordings) {
        this.viewers = viewers;
        this.events = events;
        this.recordings = recordings;
    }

    /** Once the address that is listened on is known. */
    public void links(Links known) {
        links = known;
    }

    @Override
    public void onPlayable(Program program) {
        onAir.put(program.channel(), program);
        events.send("started", json(program));
    }

    @Override
    public void onChanged(Program program) {
        if (onAir.containsKey(program.channel())) {
            events.send("changed", json(program));
        }
    }

    @Override
    public void onEnded(Program program, boolean kept) {
        Session session = program.session();
        if (kept) {
            recordings.add(session);
        }
        if (onAir.remove(session.channel(), program)) {
            told.remove(session.channel());
            events.send(
                    "ended",
                    new JsonObject()
                            .put("id", session.channel().text())
                            .put("session", session.id().text()));
        }
    }

    /** Tells of viewers who came and went. Once a second. */
    public void tick(long nowNanos) {
        viewers.forget(nowNanos);
        onAir.forEach((channel, program) -> {
            int now = viewers.count(channel);
            Integer before = told.put(channel, now);
            if (before == null ? now != 0 : before != now) {
                events.send("changed", json(program));
            }
        });
    }

    public int size() {
        return onAir.size();
    }

    Optional<JsonObject> one(Id channel) {
        return Optional.ofNullable(onAir.get(channel)).map(this::json);
    }

    /** Everything on air, the longest first. */
    JsonArray all() {
        JsonArray array = new JsonArray();
        listed().forEach(program -> array.add(json(program)));
        return array;
    }

    /** The sessions on air, the longest first. */
    public List<Session> sessions() {
        return listed().map(Program::session).toList();
    }

    private Stream<Program> listed() {
        return onAir.values().stream()
                .sorted(Comparator.comparing((Program program) -> program.session().startedAt()));
    }

    private JsonObject json(Program program) {
        Session session = program.session();
        Id id = session.channel();
        return new JsonObject()
                .put("id", id.text())
                .put("title", session.title())
                .put("host", session.host())
                .put("startedAt", session.startedAt().toString())
                .put("viewers", viewers.count(id))
                .put("hls", links.hls(id))
                .put("whep", links.whep(id))
                .put("page", links.page(id))
                .put("thumbnail", links.thumbnail(id))
                .put("session", session.id().text())
                .put("picture", session.picture());
    }
}
