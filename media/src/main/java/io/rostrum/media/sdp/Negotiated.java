package io.rostrum.media.sdp;

import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and what it means for us who wrote it.
 *
 * @param answer SDP for the peer
 * @param remoteUfrag what his checks name after our own
 * @param remotePassword signs our checks of where he is
 * @param remoteFingerprint of his certificate
 * @param role ours in DTLS
 * @param audio his voice up, the mix down
 * @param up his picture
 * @param down the picture chosen for him
 */
public record Negotiated(
        String answer,
        String remoteUfrag,
        String remotePassword,
        Fingerprint remoteFingerprint,
        DtlsRole role,
        @Nullable MediaLine audio,
        @Nullable MediaLine up,
        @Nullable MediaLine down) {}
