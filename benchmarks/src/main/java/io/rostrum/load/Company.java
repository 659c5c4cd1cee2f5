package io.rostrum.load;

import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.peer.Witness;
import io.rostrum.load.show.Turns;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** People in a room of their own, the first of them its host, who go on air and take turns. */
final class Company {
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx;
    private final NewRoom room;
    private final String title;
    private final List<String> deployed = new ArrayList<>();
    private final List<SyntheticParticipant> people = new ArrayList<>();

    Company(Vertx vertx, NewRoom room, String title) {
        this.vertx = vertx;
        this.room = room;
        this.title = title;
    }

    /** Lets them all in and presses Broadcast. */
    void goOnAir(List<Persona> personas) {
        for (Persona persona : personas) {
            SyntheticParticipant person =
                    new SyntheticParticipant(
                            persona, people.isEmpty() ? room.host() : room.guest(), Witness.none());
            people.add(person);
            deployed.add(done(vertx.deployVerticle(person)));
        }
        take();
        var _ = done(host().broadcast(true, title));
    }

    /** The address of the player page, as soon as the program is on air. */
    String page(CountDownLatch told) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < patience && !told.await(100, TimeUnit.MILLISECONDS)) {
            JsonObject broadcast = host().room().getJsonObject("broadcast");
            if ("on".equals(broadcast.getString("state"))) {
                return broadcast.getString("page");
            }
        }
        return "(the streaming server does not answer yet)";
    }

    /** Takes whoever speaks, until it is told to end or so many takes were made. */
    void takeTurns(CountDownLatch told, long most) throws InterruptedException {
        long made = 0;
        while (made < most && !told.await(Turns.millisLeft(micros()), TimeUnit.MILLISECONDS)) {
            take();
            made++;
        }
    }

    private void take() {
        int speaker = Turns.speaker(micros() + 50_000);
        if (speaker < people.size()) {
            var _ = done(host().choose(people.get(speaker).id()));
        }
    }

    private static long micros() {
        return System.currentTimeMillis() * 1000;
    }

    /** What cut one of them off; empty while the server has closed nobody's connection. */
    Optional<String> cutOff() {
        return people.stream()
                .map(SyntheticParticipant::closedFor)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Ends the program and lets everybody leave. */
    void leave() {
        var _ = done(host().broadcast(false, title).timeout(5, TimeUnit.SECONDS).otherwiseEmpty());
        for (String id : deployed.reversed()) {
            var _ = done(vertx.undeploy(id).otherwiseEmpty());
        }
    }

    private SyntheticParticipant host() {
        return people.getFirst();
    }

    private static <T> T done(Future<T> future) {
        return future.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
