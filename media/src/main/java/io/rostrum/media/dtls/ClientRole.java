package io.rostrum.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** The active side of the handshake. */
final class ClientRole extends DefaultTlsClient {
    private final Negotiation negotiation;
    private final Closing closing;

    ClientRole(Negotiation negotiation, Closing closing) {
        super(negotiation.settings().identity().crypto());
        this.negotiation = negotiation;
        this.closing = closing;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(getCrypto(), Negotiation.CIPHER_SUITES);
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return (int) DtlsEndpoint.HANDSHAKE_TIMEOUT.toMillis();
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return (int) negotiation.settings().resend().toMillis();
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                negotiation.verify(server.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return negotiation.settings().identity().signer(context);
            }
        };
    }

    @Override
    @SuppressWarnings("rawtypes") // As the library has it.
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions =
                TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        TlsSRTPUtils.addUseSRTPExtension(extensions, negotiation.offered());
        return extensions;
    }

    /** The server has to name exactly one. RFC 5764 section 4.1.1. */
    @Override
    @SuppressWarnings("rawtypes") // As the library has it.
    public void processServerExtensions(@Nullable Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        UseSRTPData answer =
                extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (answer != null && answer.getProtectionProfiles().length != 1) {
            throw new TlsFatalAlert(AlertDescription.illegal_parameter, "several profiles");
        }
        negotiation.choose(answer);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        negotiation.complete(context);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        super.notifyAlertReceived(level, description);
        closing.onAlert(description);
    }
}
