package io.rostrum.center.main;

import io.rostrum.testing.LoopWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** People meet in a server whose loops are watched; a process of its own. */
final class Watched {
    private Watched() {}

    public static void main(String[] args) throws Exception {
        LoopWatch watch = LoopWatch.install();
        SignallingTest people = new SignallingTest();
        people.start(Path.of(args[0]));
        people.room();
        watch.during(() -> {
            people.twoPeopleMeetAndSeeEachOthersNames();
            people.whatIsAskedIsDoneOrRefused();
            people.whoKnocksAtAClosedDoorWaitsForHisAnswer();
            return people;
        });
        watch.during(() -> TestClient.await(people.vertx.timer(1).map(now -> blocks())));
        watch.tell();
        people.stop();
        System.exit(0);
    }

    /** So that one sees that the watch sees. */
    private static int blocks() {
        try {
            Thread.sleep(1);
            return Files.readAllBytes(Path.of(System.getProperty("java.home"), "release")).length;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
