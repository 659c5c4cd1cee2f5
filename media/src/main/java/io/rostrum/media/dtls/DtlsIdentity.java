package io.rostrum.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** A self-signed ECDSA P-256 certificate with its key: one for the whole process. RFC 8827 6.5. */
public final class DtlsIdentity {
    private static final Duration VALID = Duration.ofDays(365);

    /** Peers' clocks are wrong, mostly by hours. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final BcTlsCrypto crypto;
    private final AsymmetricKeyParameter key;
    private final Certificate chain;
    private final Fingerprint fingerprint;

    private DtlsIdentity(BcTlsCrypto crypto, AsymmetricKeyParameter key, byte[] certificate)
            throws IOException {
        this.crypto = crypto;
        this.key = key;
        this.chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(certificate)});
        this.fingerprint = Fingerprint.of(certificate);
    }

    /**
     * A fresh one.
     *
     * @param now wall time: the certificate is good for a year from then
     */
    public static DtlsIdentity create(SecureRandom random, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            return new DtlsIdentity(
                    new BcTlsCrypto(random),
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()),
                    certificate(pair, random, now));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("every Java has ECDSA P-256", e);
        }
    }

    private static byte[] certificate(KeyPair pair, SecureRandom random, Instant now)
            throws OperatorCreationException, IOException {
        // No name: it would tell peers apart and is compared with nothing.
        X500Name name = new X500Name("CN=WebRTC");
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(64, random),
                        Date.from(now.minus(BACKDATED)),
                        Date.from(now.plus(VALID)),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    TlsCredentialedSigner signer(TlsContext context) {
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key,
                chain,
                SignatureAndHashAlgorithm.getInstance(
                        HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
