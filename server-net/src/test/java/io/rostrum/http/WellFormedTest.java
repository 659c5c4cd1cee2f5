package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server as both servers make theirs, met by strangers who write bytes themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WellFormedTest {
    /** More than the buffers of two sockets hold. */
    private static final long MOST_UNREAD = 48L << 20;

    private static final long STALLED_MILLIS = 3_000;

    private static final int LIMIT = 100;
    private static final int LARGEST_MESSAGE = 64 << 10;
    private static final String HOST = "Host: x\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<Integer> heard = new CompletableFuture<>();
    private int port;

    @BeforeAll
    void start() {
        Router router = Router.router(vertx);
        router.get("/shown/:name").handler(ctx -> ctx.response().end("shown"));
        router.head("/shown/:name").handler(ctx -> ctx.response().end());
        router.post("/body").handler(SmallBody.of(LIMIT)).handler(WellFormedTest::echo);
        router.post("/json")
                .handler(SmallBody.of(MediaType.JSON, LIMIT))
                .handler(ctx -> ctx.response().end(String.valueOf(SmallBody.json(ctx))));
        router.get("/never").handler(ctx -> {});
        router.get("/socket").handler(this::socket);
        Methods.close(router);
        for (int status : List.of(400, 404, 405, 413, 415)) {
            router.errorHandler(status, ctx -> refused(ctx, status));
        }
        HttpServerOptions options =
                ServerOptions.of(null, false, Duration.ofSeconds(20))
                        .setMaxWebSocketFrameSize(LARGEST_MESSAGE)
                        .setMaxWebSocketMessageSize(LARGEST_MESSAGE);
        HttpServer server = WellFormed.on(vertx.createHttpServer(options), router);
        port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    private static void echo(RoutingContext ctx) {
        var _ = ctx.response().end(SmallBody.in(ctx));
    }

    private static void refused(RoutingContext ctx, int status) {
        ProblemReply.send(ctx.request(), status, "refused", "As the server says it.");
    }

    private void socket(RoutingContext ctx) {
        if (!Handshake.holds(ctx.request())) {
            return;
        }
        var _ =
                ctx.request()
                        .toWebSocket()
                        .onSuccess(socket ->
                                socket.textMessageHandler(text -> heard.complete(text.length()))
                                        .exceptionHandler(broken -> heard.complete(-1)));
    }

    @AfterAll
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String ask(String method, String target, String more) throws IOException {
        return ask(method, target, more, "");
    }

    private String ask(String method, String target, String more, String body) throws IOException {
        return Wire.ask(port, Wire.head(method, target, more) + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shown/%zz",
                "/shown/%",
                "/shown/%4",
                "/shown/a?x=%zz",
                "/shown/a?%=1",
                "shown",
                "*"
            })
    void anAddressThatIsNoneIsRefused(String target) throws IOException {
        assertThat(ask("GET", target, HOST))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "problems/bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host:\r\n",
                "Host: \r\n",
                "Host: :80\r\n",
                "Host: a\r\nHost: b\r\n",
                "Host: a b:99999999\r\n",
                "Host: a/b\r\n",
                "Host: a@b\r\n"
            })
    void aRequestNamesItsHost(String host) throws IOException {
        assertThat(ask("GET", "/shown/a", host))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "problems/bad-request");
    }

    @ParameterizedTest
    @CsvSource({"20000, /shown/a, 431", "1, /shown/, 414"})
    void whatIsTooLongIsSaidToBe(int header, String target, int status) throws IOException {
        String path = status == 414 ? target + "a".repeat(8000) : target;
        assertThat(ask("GET", path, HOST + "X: " + "a".repeat(header) + "\r\n"))
                .contains(" " + status + " ")
                .contains("problems/too-long");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() throws IOException {
        assertThat(ask("DELETE", "/shown/a", HOST))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: GET, HEAD, OPTIONS\r\n");
        assertThat(ask("GET", "/body", HOST))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: OPTIONS, POST\r\n");
        assertThat(ask("OPTIONS", "/shown/a", HOST))
                .startsWith("HTTP/1.1 204 ")
                .containsIgnoringCase("allow: GET, HEAD, OPTIONS\r\n");
        assertThat(ask("DELETE", "/nothing", HOST)).startsWith("HTTP/1.1 404 ");
        assertThat(ask("GET", "/shown/a/b", HOST)).startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data\r\n",
                "Content-Type: multipart/form-data; boundary=a\r\n"
            })
    void aBodyIsBytesWhateverItClaims(String type) throws IOException {
        assertThat(ask("POST", "/body", HOST + type + "Content-Length: 3\r\n", "%zz"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("%zz");
    }

    @Test
    void aBodyHasABoundDeclaredOrNot() throws IOException {
        String declared = HOST + "Content-Length: " + (LIMIT + 1) + "\r\n";
        assertThat(ask("POST", "/body", declared)).startsWith("HTTP/1.1 413 ");
        String chunk = "65\r\n" + "a".repeat(LIMIT + 1) + "\r\n";
        String chunked = HOST + "Transfer-Encoding: chunked\r\n";
        assertThat(ask("POST", "/body", chunked, chunk)).startsWith("HTTP/1.1 413 ");
        String whole = HOST + "Content-Length: " + LIMIT + "\r\n";
        assertThat(ask("POST", "/body", whole, "a".repeat(LIMIT))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoWasRefusedAndGoesOnSendingIsCutOff() throws IOException {
        try (Socket socket = Wire.open(port)) {
            String head = "POST /body HTTP/1.1\r\n" + HOST + "Content-Length: 1000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413 "); // and then the end of the connection
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n", "-1\r\n{}\r\n", "ffffffffffffffff\r\n{}\r\n"})
    void chunksOfNoSizeAreRefusedAtEveryDoor(String chunk) throws IOException {
        String chunked = HOST + "Transfer-Encoding: chunked\r\n";
        assertThat(ask("POST", "/body", chunked, chunk))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "problems/bad-request");
        assertThat(ask("POST", "/body", chunked, "2\r\n{}\r\n" + chunk))
                .startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET", "/never", chunked, chunk)).startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET", "/shown/a", chunked, chunk))
                .as("what was answered stays answered")
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("400");
    }

    @Test
    void anEarlierRequestIsNotAnsweredByTheRefusalOfALaterOne() throws IOException {
        String first = "GET /never HTTP/1.1\r\n" + HOST + "\r\n";
        String second = Wire.head("POST", "/body", HOST + "Transfer-Encoding: chunked\r\n");
        assertThat(Wire.ask(port, first + second + "zz\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Upgrade, websocket, 13, dGhlIHNhbXBsZSBub25jZQ==, '', 101",
        "'keep-alive, upgrade', WebSocket, 13, dGhlIHNhbXBsZSBub25jZQ==, '', 101",
        "close, websocket, 13, dGhlIHNhbXBsZSBub25jZQ==, '', 400",
        "notupgrade, websocket, 13, dGhlIHNhbXBsZSBub25jZQ==, '', 400",
        "Upgrade, h2c, 13, dGhlIHNhbXBsZSBub25jZQ==, '', 400",
        "Upgrade, websocket, 13, '', '', 400",
        "Upgrade, websocket, 13, dGhl, '', 400",
        "Upgrade, websocket, 13, ****, '', 400",
        "Upgrade, websocket, 13, dGhlIHNhbXBsZSBub25jZQ==, Content-Length: 2, 400",
        "Upgrade, websocket, 13, dGhlIHNhbXBsZSBub25jZQ==, Transfer-Encoding: chunked, 400",
        "Upgrade, websocket, 8, dGhlIHNhbXBsZSBub25jZQ==, '', 426",
        "Upgrade, websocket, x, dGhlIHNhbXBsZSBub25jZQ==, '', 426"
    })
    void aHandshakeThatIsNoneGetsAProblem(
            String connection, String upgrade, String version, String key, String more, int status)
            throws IOException {
        String request =
                "GET /socket HTTP/1.1\r\nHost: x\r\nConnection: "
                        + connection
                        + "\r\nUpgrade: "
                        + upgrade
                        + "\r\nSec-WebSocket-Version: "
                        + version
                        + (key.isEmpty() ? "" : "\r\nSec-WebSocket-Key: " + key)
                        + (more.isEmpty() ? "" : "\r\n" + more)
                        + "\r\n\r\n";
        try (Socket socket = Wire.open(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = answer(socket.getInputStream());
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer.contains("application/problem+json")).isEqualTo(status != 101);
            assertThat(answer.toLowerCase(Locale.ROOT).contains("sec-websocket-version: 13"))
                    .isEqualTo(status == 426);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "APPLICATION/JSON ; charset=utf-8, 200",
        "application/jsonx, 415",
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415"
    })
    void jsonIsTakenOnlyAsJson(String type, int status) throws IOException {
        String body = HOST + "Content-Type: " + type + "\r\nContent-Length: 2\r\n";
        assertThat(ask("POST", "/json", body, "{}")).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "null", "\"a\""})
    void whatIsNoObjectIsNone(String body) throws IOException {
        String type = "Content-Type: application/json\r\n";
        String length = "Content-Length: " + body.length() + "\r\n";
        assertThat(ask("POST", "/json", HOST + type + length, body)).endsWith("null");
    }

    @Test
    void http2WithoutTlsIsSpokenOnlyWhereTheOperatorSaysSo() throws IOException {
        String upgrade =
                HOST
                        + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n";
        assertThat(ask("GET", "/shown/a", upgrade)).startsWith("HTTP/1.1 200 ");
        assertThat(Wire.ask(port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0".repeat(9)))
                .startsWith("HTTP/");
    }

    /** RFC 7692: 60 MB of one letter in a frame of 58 kB. */
    @Test
    void noCompressedMessageIsAgreedUponNorInflated() throws Exception {
        try (Socket socket = Wire.open(port)) {
            String handshake =
                    "GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Extensions: permessage-deflate,"
                            + " x-webkit-deflate-frame\r\n\r\n";
            socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket.getInputStream()))
                    .startsWith("HTTP/1.1 101 ")
                    .doesNotContainIgnoringCase("sec-websocket-extensions");
            socket.getOutputStream().write(bomb());
            assertThat(heard.get()).isEqualTo(-1);
        }
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                break;
            }
            head.append((char) one);
        }
        return head.toString();
    }

    /** One final, compressed text frame, masked with zeros. */
    private static byte[] bomb() {
        Deflater deflater = new Deflater(9, true);
        byte[] letters = new byte[60_000_000];
        Arrays.fill(letters, (byte) 'a');
        deflater.setInput(letters);
        deflater.finish();
        byte[] packed = new byte[65_535];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(
                new byte[] {(byte) 0xC1, (byte) 0xFE, (byte) (length >> 8), (byte) length});
        frame.writeBytes(new byte[4]);
        frame.write(packed, 0, length);
        return frame.toByteArray();
    }

    @Test
    void aProblemHasTheMembersOfItsStandard() throws IOException {
        String answer = ask("GET", "/shown/%zz", HOST);
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf('{')));
        assertThat(new JsonArray(List.copyOf(problem.fieldNames())))
                .containsExactlyInAnyOrder("type", "title", "status", "detail");
    }

    @Test
    void whoSendsPingsAndReadsNoAnswersIsNotReadEither() throws Exception {
        ByteBuffer pings = ByteBuffer.wrap(pings(1_000));
        long sent = 0;
        try (SocketChannel eve =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            String head =
                    "GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
            eve.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(4096);
            assertThat(eve.read(answer)).isPositive();
            assertThat(new String(answer.array(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 101 ");
            eve.configureBlocking(false);
            try (Selector ready = Selector.open()) {
                eve.register(ready, SelectionKey.OP_WRITE);
                while (sent < MOST_UNREAD && ready.select(STALLED_MILLIS) > 0) {
                    ready.selectedKeys().clear();
                    sent += eve.write(pings);
                    if (!pings.hasRemaining()) {
                        pings.rewind();
                    }
                }
            }
        }
        assertThat(sent).isPositive().isLessThan(MOST_UNREAD);
    }

    /** So many pings of 125 bytes, masked with zeros. */
    private static byte[] pings(int count) {
        int length = 6 + 125;
        byte[] all = new byte[count * length];
        for (int at = 0; at < all.length; at += length) {
            all[at] = (byte) 0x89;
            all[at + 1] = (byte) (0x80 | 125);
        }
        return all;
    }
}
