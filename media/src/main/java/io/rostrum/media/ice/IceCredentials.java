package io.rostrum.media.ice;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * User fragment and password of one side. RFC 8839 section 5.4.
 *
 * @param ufrag 4 to 256 ice-chars
 * @param password 22 to 256 ice-chars
 */
public record IceCredentials(String ufrag, String password) {
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final String ICE_CHARS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /**
     * @throws IllegalArgumentException when they are not what RFC 8839 allows
     */
    public IceCredentials {
        if (!UFRAG.matcher(ufrag).matches()) {
            throw new IllegalArgumentException("not a user fragment of ICE");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("not a password of ICE");
        }
    }

    /** Fresh ones: 48 bits to be told apart, 144 bits of secret. */
    public static IceCredentials random(SecureRandom random) {
        return new IceCredentials(token(random, 8), token(random, 24));
    }

    private static String token(SecureRandom random, int length) {
        StringBuilder token = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            token.append(ICE_CHARS.charAt(random.nextInt(ICE_CHARS.length())));
        }
        return token.toString();
    }

    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]";
    }
}
