package io.rostrum.media.dtls;

import java.util.Arrays;

/**
 * Master keys and salts of both directions, as one end sees them. RFC 5764 section 4.2.
 *
 * @param out what this end protects with
 * @param in what this end opens with
 */
public record SrtpKeys(SrtpProfile profile, Master out, Master in) {
    /** Master key and master salt of one direction. */
    @SuppressWarnings("ArrayRecordComponent") // Keys are handed over once and never compared.
    public record Master(byte[] key, byte[] salt) {
        @Override
        public String toString() {
            return "Master[secret]";
        }
    }

    /** Bytes that the exporter has to give. */
    static int exported(SrtpProfile profile) {
        return 2 * (profile.keyLength() + profile.saltLength());
    }

    /** Cuts what was exported: client key, server key, client salt, server salt. */
    static SrtpKeys cut(SrtpProfile profile, byte[] exported, DtlsRole role) {
        int key = profile.keyLength();
        int salt = profile.saltLength();
        Master client =
                new Master(
                        Arrays.copyOfRange(exported, 0, key),
                        Arrays.copyOfRange(exported, 2 * key, 2 * key + salt));
        Master server =
                new Master(
                        Arrays.copyOfRange(exported, key, 2 * key),
                        Arrays.copyOfRange(exported, 2 * key + salt, 2 * (key + salt)));
        return role == DtlsRole.CLIENT
                ? new SrtpKeys(profile, client, server)
                : new SrtpKeys(profile, server, client);
    }
}
