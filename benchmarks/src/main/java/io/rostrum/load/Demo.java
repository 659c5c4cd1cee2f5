package io.rostrum.load;

import io.rostrum.load.peer.RoomAddress;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.peer.Witness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A room on air with three synthetic participants who take turns, until it is told to end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Puts a room with three synthetic participants on air until Ctrl+C.")
public final class Demo implements Callable<Integer> {
    private static final int TURN_SECONDS = 8;
    private static final int PATIENCE_SECONDS = 30;

    @Option(
            names = "--center",
            defaultValue = "http://127.0.0.1:8080",
            description = "address of the center server (${DEFAULT-VALUE})")
    private URI center = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--title",
            defaultValue = "Rostrum demo",
            description = "title of the program (${DEFAULT-VALUE})")
    private String title = "Rostrum demo";

    private final List<Cast.Actor> actors = new ArrayList<>();
    private final List<SyntheticParticipant> people = new ArrayList<>();

    public static void main(String[] arguments) {
        Quiet.please();
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(told, ended), "end"));
        try {
            NewRoom room = NewRoom.make(center, title);
            cast(vertx, room);
            done(people.getFirst().broadcast(true, title));
            print(room, page(told));
            takeTurns(told);
            done(
                    people.getFirst()
                            .broadcast(false, title)
                            .timeout(5, TimeUnit.SECONDS)
                            .otherwiseEmpty());
            return 0;
        } finally {
            done(vertx.close());
            ended.countDown();
        }
    }

    private static void end(CountDownLatch told, CountDownLatch ended) {
        told.countDown();
        try {
            var ignored = ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cast(Vertx vertx, NewRoom room) {
        for (int i = 0; i < 3; i++) {
            Cast.Actor actor = Cast.actor(i);
            RoomAddress door = i == 0 ? room.host() : room.guest();
            SyntheticParticipant person =
                    new SyntheticParticipant(actor.persona(), door, Witness.none());
            actor.voice().speak(false);
            actors.add(actor);
            people.add(person);
            done(vertx.deployVerticle(person));
        }
    }

    /** The address of the player page, as soon as the program is on air. */
    private String page(CountDownLatch told) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < patience && !told.await(100, TimeUnit.MILLISECONDS)) {
            JsonObject broadcast = people.getFirst().room().getJsonObject("broadcast");
            if ("on".equals(broadcast.getString("state"))) {
                return broadcast.getString("page");
            }
        }
        return "(the streaming server does not answer yet)";
    }

    private static void print(NewRoom room, String page) {
        System.out.println(
                """

                  The demo is on air: Ana, Ben and Chen take turns.
                    Watch   %s
                    Join    %s
                """
                        .formatted(page, room.link()));
    }

    private void takeTurns(CountDownLatch told) throws InterruptedException {
        int turn = 1;
        do {
            int next = turn++ % people.size();
            done(people.getFirst().choose(people.get(next).id()));
            for (int i = 0; i < actors.size(); i++) {
                actors.get(i).voice().speak(i == next);
            }
        } while (!told.await(TURN_SECONDS, TimeUnit.SECONDS));
    }

    private static void done(Future<?> future) {
        future.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
