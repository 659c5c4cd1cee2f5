package io.rostrum.streaming.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Network;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Events events = new Events(vertx, 2);
    private final List<Runnable> goodbyes = new ArrayList<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Network network(int last) throws UnknownHostException {
        return Network.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) last}));
    }

    /** A browser that can be closed. */
    private HttpServerResponse browser() {
        return (HttpServerResponse)
                Proxy.newProxyInstance(
                        HttpServerResponse.class.getClassLoader(),
                        new Class<?>[] {HttpServerResponse.class},
                        (self, method, words) ->
                                switch (method.getName()) {
                                    case "equals" -> self == words[0];
                                    case "hashCode" -> System.identityHashCode(self);
                                    case "closed", "writeQueueFull" -> false;
                                    case "write" -> Future.succeededFuture();
                                    case "closeHandler" -> {
                                        goodbyes.add(goodbye(words[0]));
                                        yield self;
                                    }
                                    default -> self;
                                });
    }

    @SuppressWarnings("unchecked")
    private static Runnable goodbye(Object handler) {
        return () -> ((Handler<Void>) handler).handle(null);
    }

    private boolean listens(int address) throws UnknownHostException {
        return events.listen(network(address), browser(), JsonArray::new);
    }

    @Test
    void oneAddressHasSoManyListenersAndNoMore() throws UnknownHostException {
        assertThat(listens(1)).isTrue();
        assertThat(listens(1)).isTrue();
        assertThat(listens(1)).isFalse();
        assertThat(listens(2)).isTrue();
        assertThat(events.size()).isEqualTo(3);
    }

    @Test
    void whoIsGoneLeavesHisPlaceOnce() throws UnknownHostException {
        listens(1);
        listens(1);
        goodbyes.getFirst().run();
        goodbyes.getFirst().run();
        assertThat(listens(1)).isTrue();
        assertThat(listens(1)).isFalse();
    }
}
