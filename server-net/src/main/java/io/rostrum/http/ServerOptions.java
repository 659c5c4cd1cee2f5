package io.rostrum.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The listening socket of both servers: what a stranger may negotiate, and what not. */
public final class ServerOptions {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

    /** RFC 9325 section 4.2: forward secrecy and AEAD only, so no CBC in TLS 1.2. */
    static final List<String> CIPHERS =
            List.of(
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private ServerOptions() {}

    /**
     * Options for a server.
     *
     * <p>WebSocket messages are never compressed (RFC 7692): limits count what came over the wire,
     * and a frame of 58 kB inflates to 60 MB.
     *
     * @param tls null for plain HTTP
     * @param clearTextHttp2 whether HTTP/2 is spoken without TLS (RFC 9113 section 3.3), for a
     *     proxy in front
     * @param idle without a byte in either direction for so long, a connection is closed
     */
    public static HttpServerOptions of(@Nullable Tls tls, boolean clearTextHttp2, Duration idle) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setIdleTimeout((int) idle.toSeconds())
                        .setTcpNoDelay(true)
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setDecompressionSupported(false)
                        .setHttp2ClearTextEnabled(clearTextHttp2);
        if (tls != null) {
            secure(options, tls);
        }
        return options;
    }

    private static void secure(HttpServerOptions options, Tls tls) {
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        new PemKeyCertOptions()
                                .setCertPath(tls.certificate().toString())
                                .setKeyPath(tls.key().toString()))
                .setEnabledSecureTransportProtocols(PROTOCOLS);
        CIPHERS.forEach(options::addEnabledCipherSuite);
    }
}
