package io.rostrum.media.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two sums at the end of a STUN message. RFC 8489 sections 14.5 and 14.7. */
final class StunCrypto {
    private static final int FINGERPRINT_XOR = 0x5354554E;

    private StunCrypto() {}

    /**
     * HMAC-SHA1 over a message whose length field counts up to and with MESSAGE-INTEGRITY.
     *
     * @param messageLength what the length field has to say, whatever stands there
     */
    static byte[] integrity(String password, byte[] message, int from, int end, int messageLength) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            mac.update(message, from, Stun.LENGTH_AT);
            mac.update((byte) (messageLength >> 8));
            mac.update((byte) messageLength);
            mac.update(message, from + Stun.COOKIE_AT, end - from - Stun.COOKIE_AT);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /** CRC-32 of everything before FINGERPRINT, the length field already final. */
    static int fingerprint(byte[] message, int from, int end) {
        CRC32 crc = new CRC32();
        crc.update(message, from, end - from);
        return (int) crc.getValue() ^ FINGERPRINT_XOR;
    }
}
