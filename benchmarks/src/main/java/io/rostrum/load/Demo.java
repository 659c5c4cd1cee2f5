package io.rostrum.load;

import io.rostrum.load.peer.Persona;
import io.rostrum.load.show.Ensemble;
import io.rostrum.load.show.Turns;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A station to look at: three drawn people on air who take turns, a program to come, a recording.
 *
 * <p>Goes on until it is told to end.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Puts a room with three synthetic participants on air until Ctrl+C.")
public final class Demo implements Callable<Integer> {
    /** What is finished already when one looks around. */
    private static final String EARLIER = "How a meeting goes on air";

    private static final int TAKES_EARLIER = 6;

    /** Before it comes back. */
    private static final int PAUSE_SECONDS = 3;

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

    private final List<Persona> personas = Ensemble.people();
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public static void main(String[] arguments) {
        Quiet.please();
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        try {
            NewRoom room = NewRoom.make(center, title);
            Company company = new Company(vertx, room, title);
            company.goOnAir(personas);
            print(room, company.page(told));
            Thread.ofVirtual().name("around").start(() -> around(vertx, room));
            stay(vertx, room, company);
            return 0;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            ended.countDown();
        }
    }

    /** Takes turns until it is told to end; whoever was cut off comes back, as people do. */
    private void stay(Vertx vertx, NewRoom room, Company onAir) throws InterruptedException {
        Company company = onAir;
        takeTurns(company);
        company.leave();
        while (!told.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            company = new Company(vertx, room, title);
            comeBack(company);
            company.leave();
        }
    }

    private void comeBack(Company company) throws InterruptedException {
        try {
            company.goOnAir(personas);
        } catch (CompletionException refused) {
            tell(company, refused);
            return;
        }
        takeTurns(company);
    }

    private void takeTurns(Company company) throws InterruptedException {
        try {
            company.takeTurns(told, Long.MAX_VALUE);
        } catch (CompletionException broken) {
            tell(company, broken);
        }
    }

    private static void tell(Company company, CompletionException broken) {
        System.err.println(
                "The demo was cut off ("
                        + company.cutOff().orElse(broken.getMessage())
                        + ") and comes back.");
    }

    private void end() {
        told.countDown();
        try {
            var ignored = ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** What stands around a program: one to come, and a finished one. */
    private void around(Vertx vertx, NewRoom room) {
        try {
            Front front = Front.of(room);
            Instant soon = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
            front.announce("The evening round", "Ana, Ben and Chen look back at the day.", soon);
            if (!front.hasRecording(EARLIER) && everySecondIsEncoded()) {
                record(vertx);
            }
        } catch (IOException | RuntimeException e) {
            System.err.println(
                    "The demo goes on, but not all around it is there: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a round the same people cost nothing in a second room. */
    private boolean everySecondIsEncoded() throws InterruptedException {
        return !told.await(Turns.ROUND + 2L, TimeUnit.SECONDS);
    }

    private void record(Vertx vertx) throws IOException, InterruptedException {
        Company company = new Company(vertx, NewRoom.make(center, EARLIER), EARLIER);
        company.goOnAir(personas);
        company.takeTurns(told, TAKES_EARLIER);
        company.leave();
    }
}
