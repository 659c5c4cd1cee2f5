package io.rostrum.center.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The certificate for HTTPS.
 *
 * @param certificate PEM, the whole chain
 * @param key PEM, PKCS 8
 */
public record Tls(Path certificate, Path key) {
    public Tls {
        if (!Files.isReadable(certificate)) {
            throw new IllegalArgumentException("--tls-cert cannot be read: " + certificate);
        }
        if (!Files.isReadable(key)) {
            throw new IllegalArgumentException("--tls-key cannot be read: " + key);
        }
    }
}
