package io.rostrum.system;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.RoomAddress;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.peer.Witness;
import io.rostrum.testing.Browsers;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Servers;
import io.rostrum.testing.WatchPage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Both servers, and whoever comes to them: browsers, synthetic participants, viewers. */
final class House implements AutoCloseable {
    private final Servers servers;
    private final Browsers browsers = new Browsers();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private House(Servers servers) {
        this.servers = servers;
    }

    static House open() throws IOException {
        return new House(Servers.start());
    }

    /** With further options of the streaming server. */
    static House open(List<String> streaming) throws IOException {
        return new House(Servers.start(List.of(), streaming));
    }

    /** With further options of both. */
    static House open(List<String> center, List<String> streaming) throws IOException {
        return new House(Servers.start(center, streaming));
    }

    Servers servers() {
        return servers;
    }

    Browsers browsers() {
        return browsers;
    }

    NewRoom room(String title) throws Exception {
        return NewRoom.make(servers.centerUrl(), title);
    }

    /** A guest with a browser. */
    RoomPage guest(NewRoom room, Browsers.Person person) throws IOException {
        return RoomPage.enter(browsers.person(person), room.link());
    }

    /** The host with a browser. */
    RoomPage host(NewRoom room, Browsers.Person person) throws IOException {
        String link = RoomPage.hostLink(room.link(), room.host().hostKey());
        return RoomPage.enter(browsers.person(person), link);
    }

    /** Somebody who opens the player page of a channel. */
    WatchPage viewer(NewRoom room) throws IOException {
        Chromium browser = browsers.viewer("viewer");
        return WatchPage.ofChannel(browser, servers.streamingUrl(), room.id());
    }

    /** Somebody without a browser; inside when this returns. */
    SyntheticParticipant synthetic(Persona persona, RoomAddress door, Witness witness) {
        SyntheticParticipant person = new SyntheticParticipant(persona, door, witness);
        await(vertx.deployVerticle(person));
        return person;
    }

    SyntheticParticipant synthetic(Persona persona, RoomAddress door) {
        return synthetic(persona, door, Witness.none());
    }

    /** Waits until the host is told that his broadcast is in this state. */
    static void awaitsBroadcast(SyntheticParticipant host, String state) {
        Eventually.holds(
                "broadcast " + state,
                Duration.ofSeconds(40),
                () -> state.equals(host.room().getJsonObject("broadcast").getString("state")));
    }

    static <T> T await(Future<T> future) {
        return future.timeout(90, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    HttpResponse<String> get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** A call with a JSON body and a bearer token, as our pages make them. */
    HttpResponse<String> send(String method, URI address, String token, JsonObject body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.encode()))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** The host says who may watch. */
    void access(NewRoom room, String visibility, String password) throws Exception {
        URI door = servers.centerUrl().resolve("/api/rooms/" + room.id() + "/station-token");
        String token =
                new JsonObject(send("POST", door, room.host().hostKey(), new JsonObject()).body())
                        .getString("token");
        URI access = servers.streamingUrl().resolve("/api/channels/" + room.id() + "/access");
        JsonObject body = new JsonObject().put("visibility", visibility).put("password", password);
        HttpResponse<String> answer = send("PUT", access, token, body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** The host's page for his channel. */
    Chromium desk(NewRoom room, Browsers.Window window) throws IOException {
        Chromium browser = browsers.viewer("desk", window);
        browser.page().navigate(deskLink(room));
        browser.page().locator("[data-test=access-save]").waitFor();
        return browser;
    }

    String deskLink(NewRoom room) {
        return servers.centerUrl() + "/desk/" + room.id() + "#host=" + room.host().hostKey();
    }

    /** What the streaming server has on air. */
    List<JsonObject> channels() {
        return list("/api/channels");
    }

    /** Programs that are over, newest first. */
    List<JsonObject> recordings() {
        return list("/api/recordings");
    }

    /** What is announced, the next first. */
    List<JsonObject> coming() {
        return list("/api/announcements");
    }

    private List<JsonObject> list(String path) {
        try {
            JsonArray array = new JsonArray(get(servers.streamingUrl().resolve(path)).body());
            return array.stream().map(JsonObject.class::cast).toList();
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Override
    public void close() throws IOException {
        browsers.close();
        await(vertx.close());
        servers.close();
        http.close();
    }
}
