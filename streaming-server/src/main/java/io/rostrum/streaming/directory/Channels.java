package io.rostrum.streaming.directory;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
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
public final class Channels implements OnAir.Listener {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Channels.class.getName()), System::nanoTime);

    private final Map<Id, Live> onAir = new ConcurrentHashMap<>();

    /** The sessions that who listens to events knows. */
    private final Map<Id, Id> listed = new ConcurrentHashMap<>();

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
    public void onPlayable(Live program) {
        onAir.put(program.channel(), program);
        list(program);
    }

    @Override
    public void onChanged(Live program) {
        if (onAir.containsKey(program.channel())) {
            list(program);
        }
    }

    /** Tells of a program that is public; one that no longer is has ended for who listens. */
    private void list(Live program) {
        Session session = program.session();
        if (isPublic(session)) {
            boolean before = session.id().equals(listed.put(session.channel(), session.id()));
            events.send(before ? "changed" : "started", json(program));
        } else {
            unlist(session);
        }
    }

    private void unlist(Session session) {
        if (listed.remove(session.channel(), session.id())) {
            events.send(
                    "ended",
                    new JsonObject()
                            .put("id", session.channel().text())
                            .put("session", session.id().text()));
        }
    }

    private static boolean isPublic(Session session) {
        return session.visibility() == Visibility.PUBLIC;
    }

    @Override
    public void onEnded(Live program, boolean kept) {
        Session session = program.session();
        if (kept) {
            recordings.add(session);
        }
        if (onAir.remove(session.channel(), program)) {
            told.remove(session.channel());
            unlist(session);
        }
    }

    /** Tells of viewers who came and went. Once a second. */
    public void tick(long nowNanos) {
        viewers.forget(nowNanos);
        Apart.each(onAir.values(), this::tellViewers, Channels::notTold);
    }

    private void tellViewers(Live program) {
        Id channel = program.channel();
        int now = viewers.count(channel);
        Integer before = told.put(channel, now);
        boolean news = before == null ? now != 0 : before != now;
        if (news && listed.containsKey(channel)) {
            events.send("changed", json(program));
        }
    }

    private static void notTold(Live program, RuntimeException why) {
        FAULTS.tell("the viewers of " + program.channel() + " could not be told", why);
    }

    public int size() {
        return onAir.size();
    }

    /**
     * What is on air there, public or not.
     *
     * @param right a path segment with the right to watch; empty where none is needed
     */
    Optional<JsonObject> one(Id channel, String right) {
        return Optional.ofNullable(onAir.get(channel))
                .map(program -> json(program, links.with(right)));
    }

    /** Everything public that is on air, the longest first. */
    JsonArray all() {
        JsonArray array = new JsonArray();
        listed().forEach(program -> array.add(json(program)));
        return array;
    }

    /** The public sessions on air, the longest first. */
    public List<Session> sessions() {
        return listed().map(Live::session).toList();
    }

    private Stream<Live> listed() {
        return onAir.values().stream()
                .filter(program -> isPublic(program.session()))
                .sorted(Comparator.comparing((Live program) -> program.session().startedAt()));
    }

    private JsonObject json(Live program) {
        return json(program, links);
    }

    private JsonObject json(Live program, Links known) {
        Session session = program.session();
        Id id = session.channel();
        return new JsonObject()
                .put("id", id.text())
                .put("title", session.title())
                .put("host", session.host())
                .put("startedAt", session.startedAt().toString())
                .put("viewers", viewers.count(id))
                .put("hls", known.hls(id))
                .put("whep", known.whep(id))
                .put("page", known.page(id))
                .put("thumbnail", known.thumbnail(id))
                .put("session", session.id().text())
                .put("picture", session.picture())
                .put("visibility", session.visibility().wire());
    }
}
