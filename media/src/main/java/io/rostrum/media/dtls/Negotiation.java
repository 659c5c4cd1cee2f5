package io.rostrum.media.dtls;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** What both roles have in common: whom to believe, which profile, which keys. */
final class Negotiation {
    /** RFC 8827 section 6.5 asks for the first; the other is for encoders with RSA. */
    static final int[] CIPHER_SUITES = {
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    };

    private final DtlsSettings settings;
    private @Nullable SrtpProfile profile;
    private boolean peerVerified;
    private @Nullable SrtpKeys keys;

    Negotiation(DtlsSettings settings) {
        this.settings = settings;
    }

    DtlsSettings settings() {
        return settings;
    }

    /** The only authentication there is in WebRTC. RFC 8827 section 6.5. */
    void verify(@Nullable Certificate chain) throws IOException {
        if (chain == null || chain.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate");
        }
        if (!settings.peer().fits(chain.getCertificateAt(0).getEncoded())) {
            throw new TlsFatalAlert(
                    AlertDescription.bad_certificate,
                    "the certificate has not the fingerprint of the signalling");
        }
        peerVerified = true;
    }

    /** The first of ours that the peer named. */
    void choose(@Nullable UseSRTPData named) throws IOException {
        for (SrtpProfile candidate : settings.profiles()) {
            for (int number : named == null ? new int[0] : named.getProtectionProfiles()) {
                if (profile == null
                        && SrtpProfile.of(number, settings.profiles()).orElse(null) == candidate) {
                    profile = candidate;
                }
            }
        }
        if (profile == null) {
            throw new TlsFatalAlert(
                    AlertDescription.handshake_failure, "no protection of media in common");
        }
    }

    UseSRTPData chosen() {
        return new UseSRTPData(SrtpProfile.numbers(List.of(profile())), new byte[0]);
    }

    UseSRTPData offered() {
        return new UseSRTPData(SrtpProfile.numbers(settings.profiles()), new byte[0]);
    }

    private SrtpProfile profile() {
        if (profile == null) {
            throw new IllegalStateException("no profile was chosen");
        }
        return profile;
    }

    /** RFC 5764 section 4.2. */
    void complete(TlsContext context) throws IOException {
        if (!peerVerified) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate");
        }
        byte[] exported =
                context.exportKeyingMaterial(
                        ExporterLabel.dtls_srtp, null, SrtpKeys.exported(profile()));
        keys = SrtpKeys.cut(profile(), exported, settings.role());
    }

    SrtpKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("the handshake is not over");
        }
        return keys;
    }
}
