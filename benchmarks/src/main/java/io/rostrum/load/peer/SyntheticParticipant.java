package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.RtcpReader;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Transport;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Joins a room, sends, receives, and asks for what he is told to; deploy it to let him come. */
public final class SyntheticParticipant extends VerticleBase {
    private static final int BEAT_MILLIS = 5;
    private static final int REPORT_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 60;

    private final Persona persona;
    private final RoomAddress room;
    private final Witness witness;
    private final Promise<Void> connected = Promise.promise();
    private final Promise<JsonObject> joined = Promise.promise();
    private final RoomView known = new RoomView();
    private volatile JsonObject view = new JsonObject();
    private volatile @Nullable String closedFor;
    private @Nullable Signalling signalling;
    private @Nullable MediaPath path;
    private @Nullable Uplink uplink;
    private @Nullable Downlink downlink;

    public SyntheticParticipant(Persona persona, RoomAddress room, Witness witness) {
        this.persona = persona;
        this.room = room;
        this.witness = witness;
    }

    /** Done when he is in the room and sound and picture flow. */
    @Override
    public Future<?> start() {
        MediaPath newPath = new MediaPath(vertx, context);
        WebSocketClient client = vertx.createWebSocketClient();
        Signalling line = new Signalling(client, new Told());
        path = newPath;
        signalling = line;
        Offer offer =
                Offer.of(newPath.credentials(), newPath.fingerprint(), new SplittableRandom());
        return line.connect(room.center(), room.id())
                .compose(ignored -> line.send(joinMessage(offer)))
                .compose(ignored -> joined.future())
                .compose(answer -> openMedia(offer, answer.getString("answer"), newPath))
                .compose(ignored -> connected.future())
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private JsonObject joinMessage(Offer offer) {
        JsonObject join =
                new JsonObject()
                        .put("type", "join")
                        .put("name", persona.name())
                        .put("offer", offer.sdp());
        return room.hostKey() == null ? join : join.put("hostKey", room.hostKey());
    }

    private Future<Void> openMedia(Offer offer, String answer, MediaPath open) {
        Media media = new Media();
        return open.open(Answer.of(answer), media)
                .onSuccess(transport -> {
                    Uplink up = new Uplink(persona, offer, transport, open.pool());
                    uplink = up;
                    downlink = new Downlink(witness, transport, open.pool(), up.reporter());
                })
                .mapEmpty();
    }

    private void onConnected() {
        vertx.setPeriodic(BEAT_MILLIS, ignored -> beat());
        vertx.setPeriodic(REPORT_MILLIS, ignored -> report());
        connected.tryComplete();
    }

    private void beat() {
        long now = Clock.nanos();
        if (uplink != null && downlink != null) {
            uplink.tick(now);
            downlink.tick(now);
        }
    }

    private void report() {
        long now = Clock.nanos();
        if (uplink != null && downlink != null) {
            uplink.report(now);
            downlink.report(now);
        }
    }

    /** Leaves, then ends the connection. */
    @Override
    public Future<?> stop() {
        return leave().eventually(this::hangUp);
    }

    private void follow(JsonObject change) {
        if (!known.follow(change) && signalling != null) {
            // refused where it was asked for within the second: the next change asks again
            var _ = signalling.request(new JsonObject().put("type", "refresh"));
        }
    }

    private Future<Void> leave() {
        return signalling == null
                ? Future.succeededFuture()
                : signalling.send(new JsonObject().put("type", "leave"));
    }

    private Future<Void> hangUp() {
        if (uplink != null) {
            uplink.close();
            uplink = null;
        }
        if (downlink != null) {
            downlink.close();
            downlink = null;
        }
        Future<Void> gone = path == null ? Future.succeededFuture() : path.close(false);
        return signalling == null ? gone : gone.eventually(signalling::close);
    }

    /**
     * Asks the server for something, as docs/protocol.md names it; from any thread.
     *
     * @return the server's {@code done}; fails with {@link Refused}
     */
    public Future<JsonObject> request(JsonObject message) {
        Promise<JsonObject> promise = Promise.promise();
        context.runOnContext(ignored -> {
            if (signalling == null) {
                promise.fail("not there yet");
            } else {
                signalling.request(message).onComplete(promise);
            }
        });
        return promise.future();
    }

    /** Chooses the picture of a participant. */
    public Future<JsonObject> choose(String participant) {
        JsonObject selection = new JsonObject().put("kind", "participant").put("id", participant);
        return request(new JsonObject().put("type", "choose").put("selection", selection));
    }

    public Future<JsonObject> broadcast(boolean on, String title) {
        return request(new JsonObject().put("type", "broadcast").put("on", on).put("title", title));
    }

    /** His id in the room; empty before he has joined. */
    public String id() {
        JsonObject answer = joined.future().result();
        return answer == null ? "" : answer.getString("you");
    }

    /** The room as the server told it last. */
    public JsonObject room() {
        return known.room();
    }

    /** The server's last word about the picture that he gets. */
    public JsonObject view() {
        return view;
    }

    /** Why the server has sent him away, or null. */
    public @Nullable String closedFor() {
        return closedFor;
    }

    /** What he has sent and got so far; empty before he is connected. */
    public Future<Tally> tally() {
        Promise<Tally> promise = Promise.promise();
        context.runOnContext(ignored -> promise.complete(tallyNow()));
        return promise.future();
    }

    private Tally tallyNow() {
        return uplink == null || downlink == null
                ? Tally.NOTHING
                : new Tally(
                        uplink.soundCounts(),
                        uplink.filmCounts(),
                        downlink.soundCounts(),
                        downlink.filmCounts(),
                        downlink.frames(),
                        uplink.keyFrames(),
                        downlink.unknown());
    }

    /**
     * Sent and received.
     *
     * @param frames pictures that came whole
     * @param keyFrames sent
     * @param unknown packets of payload types that were never offered
     */
    public record Tally(
            SendStream.@Nullable Counts soundUp,
            SendStream.@Nullable Counts filmUp,
            ReceiveStream.@Nullable Counts soundDown,
            ReceiveStream.@Nullable Counts filmDown,
            long frames,
            long keyFrames,
            long unknown) {
        static final Tally NOTHING = new Tally(null, null, null, null, 0, 0, 0);
    }

    private final class Told implements Signalling.Listener {
        @Override
        public void onMessage(JsonObject message) {
            switch (message.getString("type", "")) {
                case "joined" -> {
                    known.whole(message.getJsonObject("room"));
                    joined.tryComplete(message);
                }
                case "room" -> known.whole(message.getJsonObject("room"));
                case "change" -> follow(message);
                case "view" -> view = message;
                case "refused" ->
                        joined.tryFail(
                                new Refused(message.getJsonObject("problem", new JsonObject())));
                case "closed" -> closedFor = message.getString("reason");
                default -> {
                    // levels, and whatever a later version tells
                }
            }
        }

        @Override
        public void onClosed() {
            joined.tryFail("the server has closed the signalling");
            if (closedFor == null) {
                closedFor = "connection";
            }
        }
    }

    private final class Media implements Transport.Listener {
        @Override
        public void onRtp(Buffer packet, long nowNanos) {
            if (downlink == null) {
                packet.release();
            } else {
                downlink.onRtp(packet, nowNanos);
            }
        }

        @Override
        public void onRtcp(Buffer compound, long nowNanos) {
            if (uplink != null && downlink != null) {
                RtcpReader.read(compound, new Feedback(uplink, downlink, nowNanos));
            }
            compound.release();
        }

        @Override
        public void onState(State state) {
            if (state instanceof State.Connected) {
                onConnected();
            } else if (state instanceof State.Failed(String reason)) {
                connected.tryFail(reason);
            }
        }
    }
}
