package io.rostrum.media.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The hash of a certificate as the signalling names it. RFC 8122 section 5.
 *
 * @param algorithm sha-256, sha-384 or sha-512
 * @param hash upper-case hexadecimal bytes with colons between
 */
public record Fingerprint(String algorithm, String hash) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    /**
     * @throws IllegalArgumentException for a weak or unknown algorithm, or no hash of its length
     */
    public Fingerprint {
        algorithm = algorithm.toLowerCase(Locale.ROOT);
        hash = hash.toUpperCase(Locale.ROOT);
        int length =
                switch (algorithm) {
                    case "sha-256" -> 32;
                    case "sha-384" -> 48;
                    case "sha-512" -> 64;
                    default -> throw new IllegalArgumentException("no strong hash: " + algorithm);
                };
        if (HEX.parseHex(hash).length != length) {
            throw new IllegalArgumentException("not as long as " + algorithm);
        }
    }

    /** Of a certificate in DER, by SHA-256. */
    static Fingerprint of(byte[] certificate) {
        return new Fingerprint("sha-256", HEX.formatHex(digest("sha-256", certificate)));
    }

    boolean fits(byte[] certificate) {
        return MessageDigest.isEqual(HEX.parseHex(hash), digest(algorithm, certificate));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-2", e);
        }
    }

    /** As it stands behind {@code a=fingerprint:}. */
    @Override
    public String toString() {
        return algorithm + " " + hash;
    }
}
