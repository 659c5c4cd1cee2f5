package io.rostrum.streaming.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Network;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.live.Unmoved;
import io.rostrum.streaming.live.Writer;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Takes;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context owner = vertx.getOrCreateContext();
    private final Viewers viewers = new Viewers();
    private final Events events = new Events(vertx, 9);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The browser's end: writes down what it is sent. */
    private HttpServerResponse browser() {
        return (HttpServerResponse)
                Proxy.newProxyInstance(
                        HttpServerResponse.class.getClassLoader(),
                        new Class<?>[] {HttpServerResponse.class},
                        (self, method, words) -> {
                            if (method.getName().equals("write")) {
                                heard.add((String) words[0]);
                                return io.vertx.core.Future.succeededFuture();
                            }
                            return switch (method.getName()) {
                                case "equals" -> self == words[0];
                                case "hashCode" -> 1;
                                case "closed", "writeQueueFull" -> false;
                                default -> self;
                            };
                        });
    }

    private void settle() {
        Promise<Void> settled = Promise.promise();
        owner.runOnContext(go -> settled.complete());
        settled.future().toCompletionStage().toCompletableFuture().join();
    }

    private static Session session(String channel, Instant since) {
        Id id = new Id(channel);
        return new Session(id, id, channel, "Ana", since, null, null, Visibility.PUBLIC);
    }

    private Writer program(DataDirectory data, String channel) throws IOException {
        Session words = session(channel, Instant.EPOCH);
        SampleLog log = data.create(words).write();
        return new OnAir(vertx, new Unmoved())
                .begin(
                        owner,
                        new Live.Start(
                                words,
                                null,
                                null,
                                new byte[0],
                                Takes.NONE,
                                Layer.NONE,
                                View.empty(Instant.EPOCH, 1),
                                log));
    }

    @SuppressWarnings("NullAway") // what a fault of ours would look like
    private static void breakWords(Writer program, String channel) {
        program.reword(session(channel, null));
    }

    @Test
    void oneChannelThatFailsKeepsNoOtherFromBeingTold(@TempDir Path folder) throws Exception {
        try (DataDirectory data = DataDirectory.open(folder, new DiskHealth())) {
            Channels channels = new Channels(viewers, events, new Recordings(data, Runnable::run));
            List<String> names = List.of("a", "b", "c", "d");
            List<Writer> programs = new ArrayList<>();
            for (String name : names) {
                programs.add(program(data, name));
                channels.onPlayable(programs.getLast().live());
                viewers.saw(new Id(name), "192.0.2.7", "", "", 0);
            }
            for (int i = 0; i < names.size() - 1; i++) {
                breakWords(programs.get(i), names.get(i));
            }
            owner.runOnContext(go -> events.listen(Network.of(null), browser(), JsonArray::new));
            settle();
            channels.tick(1);
            settle();
            assertThat(changed()).containsExactly("d");
        }
    }

    private Stream<String> changed() {
        return List.copyOf(heard).stream()
                .filter(text -> text.startsWith("event: changed"))
                .map(text -> text.replaceAll("(?s).*\"id\":\"([a-z])\".*", "$1"));
    }
}
