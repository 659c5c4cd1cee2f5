package io.rostrum.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Vector;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/** The passive side of the handshake: asks for the client's certificate and insists on it. */
final class ServerRole extends DefaultTlsServer {
    private final Negotiation negotiation;
    private final Closing closing;

    ServerRole(Negotiation negotiation, Closing closing) {
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

    /** Without it keys could be shared between two connections. RFC 7627 section 1. */
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
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return negotiation.settings().identity().signer(context);
    }

    /** Certificates of RSA come from peers that are no browsers. */
    @Override
    @SuppressWarnings("JdkObsolete") // As the library has it.
    public CertificateRequest getCertificateRequest() {
        Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>();
        for (short hash :
                new short[] {HashAlgorithm.sha256, HashAlgorithm.sha384, HashAlgorithm.sha512}) {
            algorithms.add(SignatureAndHashAlgorithm.getInstance(hash, SignatureAlgorithm.ecdsa));
            algorithms.add(SignatureAndHashAlgorithm.getInstance(hash, SignatureAlgorithm.rsa));
        }
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                algorithms,
                null);
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        negotiation.verify(chain);
    }

    @Override
    @SuppressWarnings("rawtypes") // As the library has it.
    public void processClientExtensions(@Nullable Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        negotiation.choose(
                extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions));
    }

    @Override
    @SuppressWarnings("rawtypes") // As the library has it.
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions =
                TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
        TlsSRTPUtils.addUseSRTPExtension(extensions, negotiation.chosen());
        return extensions;
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
