package io.rostrum.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a request opens a WebSocket (RFC 6455 section 4.2.1); what does not is told why. */
public final class Handshake {
    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /** Whether it does; otherwise it is answered: 400, or 426 for another version. */
    public static boolean holds(HttpServerRequest request) {
        String wrong = fault(request);
        if (wrong != null) {
            ProblemReply.send(request, 400, "bad-request", wrong);
        } else if (!List.of(VERSION).equals(request.headers().getAll("Sec-WebSocket-Version"))) {
            request.response().putHeader("Sec-WebSocket-Version", VERSION);
            ProblemReply.send(request, 426, "bad-request", "The version of WebSocket is 13.");
        } else {
            return true;
        }
        return false;
    }

    private static @Nullable String fault(HttpServerRequest request) {
        if (!names(request, "Connection", "upgrade") || !names(request, "Upgrade", "websocket")) {
            return "This is the address of a WebSocket: ask for the upgrade to one.";
        }
        if (request.headers().contains("Transfer-Encoding")
                || request.headers().contains("Content-Length")) {
            return "A handshake has no body.";
        }
        List<String> keys = request.headers().getAll("Sec-WebSocket-Key");
        return keys.size() == 1 && isKey(keys.getFirst())
                ? null
                : "Sec-WebSocket-Key is 16 bytes in base64.";
    }

    private static boolean names(HttpServerRequest request, String header, String token) {
        return request.headers().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(each -> each.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
