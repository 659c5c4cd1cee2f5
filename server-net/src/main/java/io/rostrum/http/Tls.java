package io.rostrum.http;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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

    /**
     * Of the two options; null where neither was given: plain HTTP.
     *
     * @throws IllegalArgumentException with one line for the operator
     */
    public static @Nullable Tls of(@Nullable Path certificate, @Nullable Path key) {
        if (certificate != null && key != null) {
            return new Tls(certificate, key);
        }
        if (certificate != null || key != null) {
            throw new IllegalArgumentException("--tls-cert and --tls-key belong together");
        }
        return null;
    }
}
