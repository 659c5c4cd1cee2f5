package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.room.Circular;
import io.rostrum.gate.Network;
import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.ServerMessage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.ServerWebSocket;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
    private final Queue<Promise<Void>> writing = new ArrayDeque<>();
    private final List<Short> closed = new ArrayList<>();
    private final SocketMeters meters = new SocketMeters();
    private final SocketClient client = new SocketClient(socket(), network(), meters);

    private static Network network() {
        return new Network("192.0.2.1");
    }

    /** The other end reads nothing unless the test does. */
    private ServerWebSocket socket() {
        return (ServerWebSocket)
                Proxy.newProxyInstance(
                        SlowReaderTest.class.getClassLoader(),
                        new Class<?>[] {ServerWebSocket.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "writeTextMessage" -> written();
                                    case "close" -> {
                                        closed.add((Short) arguments[0]);
                                        yield Future.succeededFuture();
                                    }
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private Future<Void> written() {
        Promise<Void> promise = Promise.promise();
        writing.add(promise);
        return promise.future();
    }

    private static ServerMessage chat(int length) {
        return new ServerMessage.Chat(
                List.of(new ChatLine(1, "", "p1", "Ana", false, "a".repeat(length))));
    }

    @Test
    void whoReadsNothingIsSentAwayAtSoManyMessages() {
        for (int i = 0; i < SocketClient.MOST_WAITING; i++) {
            client.send(new ServerMessage.Waiting());
        }
        assertThat(closed).isEmpty();
        client.send(new ServerMessage.Waiting());
        assertThat(closed).containsExactly((short) 1013);
        assertThat(meters.tooSlow()).isEqualTo(1);
    }

    @Test
    void whoReadsNothingIsSentAwayBeforeManyLongMessagesFillTheMemory() {
        int sent = 0;
        while (closed.isEmpty()) {
            client.send(chat(24_000));
            sent++;
        }
        assertThat(closed).containsExactly((short) 1013);
        assertThat(sent).isEqualTo(SocketClient.MOST_CHARACTERS / 24_100 + 1);
    }

    @Test
    void whoReadsSlowlyIsSparedStillsAndStays() {
        Circular still = new Circular(new ServerMessage.Still("p1", "a".repeat(16_000)));
        for (int i = 0; i < 1000; i++) {
            client.send(still);
        }
        assertThat(closed).isEmpty();
        assertThat(writing).hasSizeBetween(16, 17);
        assertThat(meters.stillsSkipped()).isEqualTo(1000 - writing.size());
        writing.forEach(Promise::complete);
        client.send(still);
        assertThat(writing).hasSizeBetween(17, 18);
    }

    @Test
    void whoReadsInTimeStays() {
        for (int i = 0; i < 10_000; i++) {
            client.send(chat(24_000));
            writing.remove().complete();
        }
        assertThat(closed).isEmpty();
        assertThat(meters.tooSlow()).isZero();
    }
}
