package io.rostrum.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rostrum.token.BadTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks tokens of one kind. Immutable; any thread. */
public final class Tokens {
    /** RFC 7518 section 3.2: the key is at least as long as the hash; so is what it comes from. */
    public static final int SHORTEST_SECRET = 32;

    /** Longer ones are not looked at. */
    private static final int LONGEST = 1024;

    /** RFC 7515 section 7.1; the library also reads other alphabets of Base64. */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /** Clocks of two machines are never the same. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final String SCOPE = "scope";
    private static final String REVISION = "rev";
    private static final String HMAC = "HmacSHA256";

    private final TokenKind kind;
    private final MACSigner signer;
    private final MACVerifier verifier;

    /**
     * @param secret that both servers know; only a key derived from it signs
     */
    public Tokens(String secret, TokenKind kind) {
        this.kind = kind;
        try {
            byte[] key = key(secret, kind.label());
            signer = new MACSigner(key);
            verifier = new MACVerifier(key);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static byte[] key(String secret, String label) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
        return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    }

    /** The same claims give the same token. */
    public String sign(Claims claims) {
        JWTClaimsSet.Builder set =
                new JWTClaimsSet.Builder()
                        .issuer(kind.issuer())
                        .subject(claims.subject())
                        .claim(SCOPE, kind.scope())
                        .expirationTime(Date.from(claims.expiresAt()));
        if (claims.revision() != 0) {
            set.claim(REVISION, claims.revision());
        }
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 with a key of 256 bits", e);
        }
        return token.serialize();
    }

    /**
     * What a token proves at that moment.
     *
     * @throws BadTokenException when it proves nothing
     */
    public Claims check(String token, Instant now) throws BadTokenException {
        try {
            SignedJWT parsed = parse(token);
            if (!parsed.verify(verifier)) {
                throw new BadTokenException(Reason.FORGED);
            }
            return check(parsed.getJWTClaimsSet(), now);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new BadTokenException(Reason.MALFORMED);
        }
    }

    /** RFC 8725 section 3.1: the one who checks chooses the algorithm, never the token. */
    private static SignedJWT parse(String token) throws ParseException, BadTokenException {
        if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
            throw new BadTokenException(Reason.MALFORMED);
        }
        SignedJWT parsed = SignedJWT.parse(token);
        if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())) {
            throw new BadTokenException(Reason.FORGED);
        }
        return parsed;
    }

    private Claims check(JWTClaimsSet set, Instant now) throws BadTokenException, ParseException {
        if (!kind.issuer().equals(set.getIssuer())
                || !kind.scope().equals(set.getStringClaim(SCOPE))) {
            throw new BadTokenException(Reason.OF_ANOTHER_KIND);
        }
        Date expires = set.getExpirationTime();
        String subject = set.getSubject();
        if (expires == null || subject == null) {
            throw new BadTokenException(Reason.MALFORMED);
        }
        Instant end = expires.toInstant();
        if (!now.isBefore(end.plus(LEEWAY))) {
            throw new BadTokenException(Reason.EXPIRED);
        }
        if (end.isAfter(now.plus(kind.longestLife()).plus(LEEWAY))) {
            throw new BadTokenException(Reason.FORGED);
        }
        return new Claims(subject, Objects.requireNonNullElse(set.getLongClaim(REVISION), 0L), end);
    }
}
