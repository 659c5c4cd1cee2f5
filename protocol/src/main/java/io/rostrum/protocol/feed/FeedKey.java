package io.rostrum.protocol.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the feed of one channel shows at the door, made of the secret that both servers know.
 *
 * <p>Who comes to see it may go on air in that channel and in no other, and learns nothing of the
 * secret.
 */
public final class FeedKey {
    private static final String HMAC = "HmacSHA256";
    private static final String LABEL = "rostrum feed ";

    private FeedKey() {}

    /**
     * HMAC-SHA256 (RFC 2104) of the channel's id behind a label, in hexadecimal.
     *
     * @param secret not empty
     * @param channel as it stands in the path
     */
    public static String of(String secret, String channel) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] key = mac.doFinal((LABEL + channel).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
