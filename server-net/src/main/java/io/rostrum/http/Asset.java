package io.rostrum.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** A file of ours with its compressed twin and its tag; immutable. */
public final class Asset {
    /** For what changes: a cache has to ask again each time. */
    public static final String ASK_AGAIN = "no-cache";

    /** For what never changes under its address. */
    public static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final String type;
    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    public Asset(String type, byte[] plain) {
        this.type = type;
        this.plain = plain.clone();
        this.packed = Gzip.packed(plain);
        CRC32C crc = new CRC32C();
        crc.update(plain);
        tag = "W/\"" + HexFormat.of().toHexDigits(crc.getValue()) + '"';
    }

    /** The same text with these words instead of those. */
    public Asset with(String those, String these) {
        return new Asset(type, new String(plain, UTF_8).replace(those, these).getBytes(UTF_8));
    }

    /** Answers with it; 304 to who has it already. */
    public void send(HttpServerRequest request, String caching) {
        HttpServerResponse response =
                request.response()
                        .putHeader(HttpHeaders.ETAG, tag)
                        .putHeader(HttpHeaders.CACHE_CONTROL, caching);
        vary(response);
        if (Tags.known(request, tag)) {
            var _ = response.setStatusCode(304).end();
            return;
        }
        boolean compressed = Gzip.accepted(request);
        byte[] body = compressed ? packed : plain;
        if (compressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        boolean head = request.method().equals(HttpMethod.HEAD);
        var _ = head ? response.end() : response.end(Buffer.buffer(body));
    }

    private static void vary(HttpServerResponse response) {
        if (!response.headers().contains(HttpHeaders.VARY)) {
            response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
        }
    }
}
