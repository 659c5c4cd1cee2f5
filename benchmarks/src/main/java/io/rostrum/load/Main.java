package io.rostrum.load;

import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.peer.Witness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills rooms with synthetic participants and prints what reached them. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Fills rooms with synthetic participants and prints what reached them.")
public final class Main implements Callable<Integer> {
    @Option(
            names = "--center",
            defaultValue = "http://127.0.0.1:8080",
            description = "address of the center server (${DEFAULT-VALUE})")
    private URI center = URI.create("http://127.0.0.1:8080");

    @Option(names = "--rooms", defaultValue = "1", description = "rooms (${DEFAULT-VALUE})")
    private int rooms = 1;

    @Option(
            names = "--participants",
            defaultValue = "3",
            description = "participants of each room (${DEFAULT-VALUE})")
    private int participants = 3;

    @Option(
            names = "--speakers",
            defaultValue = "2",
            description = "how many of each room speak (${DEFAULT-VALUE})")
    private int speakers = 2;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "how long to measure (${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--broadcast", description = "puts every room on air")
    private boolean broadcast;

    public static void main(String[] arguments) {
        Quiet.please();
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            List<Visit> visits = new ArrayList<>();
            for (int room = 0; room < rooms; room++) {
                fill(vertx, NewRoom.make(center, "Load " + room), visits);
            }
            List<SyntheticParticipant.Tally> before = tallies(visits);
            TimeUnit.SECONDS.sleep(seconds);
            System.out.print(new Report(visits, before, tallies(visits), seconds).text());
            return 0;
        } finally {
            wait(vertx.close());
        }
    }

    private void fill(Vertx vertx, NewRoom room, List<Visit> visits) {
        String host = "";
        for (int i = 0; i < participants; i++) {
            Cast.Actor actor = Cast.actor(i);
            actor.voice().speak(i < speakers);
            SyntheticParticipant person =
                    new SyntheticParticipant(
                            actor.persona(), i == 0 ? room.host() : room.guest(), Witness.none());
            long asked = System.nanoTime();
            wait(vertx.deployVerticle(person));
            visits.add(new Visit(room.id(), actor.persona().name(), person, since(asked)));
            host = i == 0 ? person.id() : host;
            wait(i == 0 ? Future.succeededFuture() : person.choose(host));
        }
        if (broadcast) {
            wait(visits.get(visits.size() - participants).person().broadcast(true, "Load"));
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static List<SyntheticParticipant.Tally> tallies(List<Visit> visits) {
        return visits.stream().map(visit -> wait(visit.person().tally())).toList();
    }

    static <T> T wait(Future<T> future) {
        return future.timeout(30, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Somebody in a room, and how long it took him to get in, in milliseconds. */
    record Visit(String room, String name, SyntheticParticipant person, double joinMillis) {}
}
