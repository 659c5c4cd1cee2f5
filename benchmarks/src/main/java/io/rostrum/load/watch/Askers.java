package io.rostrum.load.watch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many who ask an HTTP server for the same thing at once, each on a connection of his own. */
public final class Askers implements AutoCloseable {
    private final Selector selector;
    private final List<SelectionKey> all = new ArrayList<>();
    private final ByteBuffer room = ByteBuffer.allocateDirect(1 << 18);
    private final String host;

    /** One connection: what of the answer has come. */
    private static final class Answer {
        private long missing = -1;
        private final StringBuilder head = new StringBuilder();
        private long firstByte;
    }

    /** Connected when this returns. */
    public Askers(URI server, int count) throws IOException {
        selector = Selector.open();
        host = server.getAuthority();
        for (int i = 0; i < count; i++) {
            SocketChannel one =
                    SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            one.configureBlocking(false);
            all.add(one.register(selector, SelectionKey.OP_READ));
        }
    }

    /** Everybody asks; returns when each got his answer's first byte, System.nanoTime(). */
    public List<Long> ask(String path) throws IOException {
        byte[] request =
                ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        for (SelectionKey one : all) {
            one.attach(new Answer());
            ((SocketChannel) one.channel()).write(ByteBuffer.wrap(request));
        }
        List<Long> answered = new ArrayList<>();
        while (answered.size() < all.size()) {
            selector.select(key -> take(key, answered), 30_000);
        }
        return answered;
    }

    private void take(SelectionKey key, List<Long> answered) {
        if (!(key.attachment() instanceof Answer answer)) {
            return;
        }
        try {
            room.clear();
            if (((SocketChannel) key.channel()).read(room) < 0) {
                throw new IOException("the server hung up");
            }
            room.flip();
            if (answer.firstByte == 0) {
                answer.firstByte = System.nanoTime();
            }
            if (answer.missing < 0) {
                head(answer);
            }
            answer.missing -= answer.missing < 0 ? 0 : room.remaining();
            if (answer.missing == 0) {
                answer.missing = -1;
                answered.add(answer.firstByte);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the answer's head, and leaves what is behind it in the room. */
    private void head(Answer answer) throws IOException {
        while (room.hasRemaining()) {
            answer.head.append((char) room.get());
            int end = answer.head.indexOf("\r\n\r\n", Math.max(0, answer.head.length() - 4));
            if (end >= 0) {
                String head = answer.head.toString();
                if (!head.startsWith("HTTP/1.1 200")) {
                    throw new IOException(head.lines().findFirst().orElse(""));
                }
                answer.missing = length(head);
                return;
            }
        }
    }

    private static long length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(15).trim()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey one : all) {
            one.channel().close();
        }
        selector.close();
    }
}
