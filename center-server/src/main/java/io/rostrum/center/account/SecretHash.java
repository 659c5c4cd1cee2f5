package io.rostrum.center.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What is kept of a secret.
 *
 * <p>One round of SHA-256 is enough because our secrets are random and long: there is nothing to
 * guess.
 *
 * @param salt hexadecimal
 * @param hash hexadecimal SHA-256 of salt and secret
 */
public record SecretHash(String salt, String hash) {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public SecretHash {
        if (salt == null || hash == null || salt.isEmpty() || hash.isEmpty()) {
            throw new IllegalArgumentException("a hash has a salt and a hash");
        }
    }

    public static SecretHash of(String secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        return new SecretHash(hex, digest(hex, secret));
    }

    /** Takes the same time whatever differs. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(
                digest(salt, secret).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(String salt, String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
