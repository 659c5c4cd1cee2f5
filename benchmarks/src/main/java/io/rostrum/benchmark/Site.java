package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.RoomAddress;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.peer.Witness;
import io.rostrum.testing.Browsers;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.ServerProcess;
import io.rostrum.testing.Servers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Both servers as processes of their own, and whoever comes to them. */
final class Site implements AutoCloseable {
    private final Servers servers;
    private final Browsers browsers = new Browsers();
    private final Vertx vertx = Vertx.vertx();

    private Site(Servers servers) {
        this.servers = servers;
    }

    static Site open() throws IOException {
        return new Site(Servers.startAsOperated());
    }

    /** The servers of another checkout of the project, which are packaged: for before and after. */
    static Site of(Path tree) throws IOException {
        return new Site(Servers.startAsOperated(tree));
    }

    NewRoom room(String title) throws IOException, InterruptedException {
        return NewRoom.make(servers.centerUrl(), title);
    }

    /** Inside when this returns. */
    SyntheticParticipant synthetic(Persona persona, RoomAddress door, Witness witness) {
        SyntheticParticipant person = new SyntheticParticipant(persona, door, witness);
        wait(vertx.deployVerticle(person));
        return person;
    }

    SyntheticParticipant synthetic(Persona persona, RoomAddress door) {
        return synthetic(persona, door, Witness.none());
    }

    void leave(SyntheticParticipant person) {
        wait(vertx.undeploy(person.deploymentID()));
    }

    /** A browser with a camera and a microphone, on no page yet. */
    Lens person(Browsers.Person person) throws IOException {
        return new Lens(browsers.person(person));
    }

    Lens viewer(String name) throws IOException {
        return new Lens(browsers.viewer(name));
    }

    /** A viewer's browser with further flags. */
    Lens viewer(String name, Browsers.Window window, List<String> flags) throws IOException {
        return new Lens(browsers.viewer(name, window, flags));
    }

    /** The address by which a browser comes in as the host. */
    static String hostLink(NewRoom room) {
        return RoomPage.hostLink(room.link(), Objects.requireNonNull(room.host().hostKey()));
    }

    ServerProcess center() {
        return servers.center();
    }

    ServerProcess streamingServer() {
        return servers.streaming();
    }

    URI streaming() {
        return servers.streamingUrl();
    }

    String feedSecret() {
        return servers.feedSecret();
    }

    /** CPU time that the streaming server has used so far. */
    Duration streamingCpu() {
        return cpu(servers.streaming());
    }

    /** Resident memory of the streaming server in bytes: proc(5). */
    long streamingMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(servers.streaming().pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** CPU time that both servers have used so far. */
    Duration cpu() {
        return cpu(servers.center()).plus(cpu(servers.streaming()));
    }

    private static Duration cpu(ServerProcess process) {
        return process.cpu();
    }

    static <T> T wait(Future<T> future) {
        return future.timeout(30, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Override
    public void close() throws IOException {
        browsers.close();
        wait(vertx.close());
        servers.close();
    }
}
