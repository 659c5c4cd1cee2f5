package io.rostrum.streaming.main;

import io.rostrum.testing.LoopWatch;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs, announcements and strangers at a server whose loops are watched; its own process. */
final class Watched {
    private Watched() {}

    /** One of {@link FrontTest}. */
    private interface Scene {
        void play(FrontTest station) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        LoopWatch watch = LoopWatch.install();
        Path folder = Path.of(args[0]);
        play(watch, folder.resolve("1"), FrontTest::aStrangersPlayerFindsWhatIsOnAirAndWhatWas);
        play(watch, folder.resolve("2"), FrontTest::aHostAnnouncesChangesAndTakesBackAProgram);
        play(watch, folder.resolve("3"), FrontTest::aLinkTellsWhatItLeadsToAndNothingOfItRuns);
        Vertx vertx = Vertx.vertx();
        watch.during(() -> vertx.timer(1).map(now -> blocks()).await(10, TimeUnit.SECONDS));
        watch.tell();
        System.exit(0);
    }

    private static void play(LoopWatch watch, Path folder, Scene scene) throws Exception {
        FrontTest station = new FrontTest();
        station.data = Files.createDirectories(folder.resolve("data"));
        station.films = Files.createDirectories(folder.resolve("films"));
        station.start();
        watch.during(() -> {
            scene.play(station);
            return station;
        });
        station.stop();
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
