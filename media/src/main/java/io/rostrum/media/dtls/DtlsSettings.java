package io.rostrum.media.dtls;

import java.time.Duration;
import java.util.List;

/**
 * What one end of a DTLS connection is and expects.
 *
 * @param peer what the peer's certificate must hash to
 * @param profiles ways to protect media, best first
 * @param resend after how long an unanswered flight is sent again at first; doubles each time
 */
public record DtlsSettings(
        DtlsRole role,
        DtlsIdentity identity,
        Fingerprint peer,
        List<SrtpProfile> profiles,
        Duration resend) {
    /** Shorter than the second of RFC 6347: real round trips are, and joining waits for it. */
    public static final Duration RESEND = Duration.ofMillis(250);

    public DtlsSettings {
        profiles = List.copyOf(profiles);
        if (profiles.isEmpty() || resend.isNegative() || resend.isZero()) {
            throw new IllegalArgumentException("no profile, or no time to wait");
        }
    }

    public DtlsSettings(DtlsRole role, DtlsIdentity identity, Fingerprint peer) {
        this(role, identity, peer, SrtpProfile.PREFERENCE, RESEND);
    }
}
