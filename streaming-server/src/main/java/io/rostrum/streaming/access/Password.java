package io.rostrum.streaming.access;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 (RFC 8018) with HMAC-SHA512.
 *
 * @param salt hexadecimal
 * @param hash hexadecimal
 */
record Password(String salt, int rounds, String hash) {
    /** OWASP, Password Storage Cheat Sheet, 2023: at least so many with SHA-512. */
    static final int ROUNDS = 210_000;

    static final int LONGEST = 200;
    private static final int SALT_BYTES = 16;

    /** What nobody's password is, so that a try where there is none takes as long. */
    static final Password NONE = new Password("00".repeat(SALT_BYTES), ROUNDS, "");

    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Blocking, for tens of milliseconds. */
    static Password of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        return new Password(hex, ROUNDS, hash(password, hex, ROUNDS));
    }

    /** Takes the same time whatever differs. Blocking, for tens of milliseconds. */
    boolean matches(String password) {
        return MessageDigest.isEqual(
                hash(password, salt, rounds).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String password, String salt, int rounds) {
        PBEKeySpec spec =
                new PBEKeySpec(password.toCharArray(), HexFormat.of().parseHex(salt), rounds, BITS);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded();
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2 with SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }

    JsonObject toJson() {
        return new JsonObject().put("salt", salt).put("rounds", rounds).put("hash", hash);
    }

    static Password of(JsonObject json) {
        return new Password(
                json.getString("salt"), json.getInteger("rounds"), json.getString("hash"));
    }
}
