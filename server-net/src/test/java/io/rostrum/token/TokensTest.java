package io.rostrum.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rostrum.token.BadTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String SECRET = "a secret of both servers, long enough";
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final TokenKind OTHER =
            new TokenKind("another", "rostrum-center", "watch", Duration.ofHours(1));

    private final Tokens tokens = new Tokens(SECRET, TokenKind.STATION);

    private Reason refused(String token) {
        return catchThrowableOfType(BadTokenException.class, () -> tokens.check(token, NOW))
                .reason();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("rostrum-center")
                .subject("r1")
                .claim("scope", "manage")
                .expirationTime(Date.from(LATER));
    }

    @Test
    void whatWasSignedIsReadBack() throws BadTokenException {
        Claims claims = new Claims("r1", 7, LATER);
        assertThat(tokens.check(tokens.sign(claims), NOW)).isEqualTo(claims);
    }

    @Test
    void theSameClaimsGiveTheSameToken() {
        assertThat(tokens.sign(new Claims("r1", 7, LATER)))
                .isEqualTo(new Tokens(SECRET, TokenKind.STATION).sign(new Claims("r1", 7, LATER)));
    }

    @Test
    void anotherSecretSignsInVain() {
        Tokens stranger = new Tokens("another secret, as long as the other", TokenKind.STATION);
        assertThat(refused(stranger.sign(new Claims("r1", 0, LATER)))).isEqualTo(Reason.FORGED);
    }

    /** The key is derived: who has a token checked with the secret itself learns nothing. */
    @Test
    void theSecretItselfIsNoKey() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused(token.serialize())).isEqualTo(Reason.FORGED);
    }

    @Test
    void aTokenOfAnotherKindIsRefused() {
        String token = new Tokens(SECRET, OTHER).sign(new Claims("r1", 0, LATER));
        assertThat(refused(token)).isEqualTo(Reason.FORGED);
    }

    @Test
    void theRightKeyWithAWrongScopeIsRefused() {
        TokenKind wrong =
                new TokenKind(
                        TokenKind.STATION.label(), "rostrum-center", "watch", Duration.ofHours(1));
        assertThat(refused(new Tokens(SECRET, wrong).sign(new Claims("r1", 0, LATER))))
                .isEqualTo(Reason.OF_ANOTHER_KIND);
    }

    @Test
    void withoutASignatureItIsRefused() {
        assertThat(refused(new PlainJWT(claims().build()).serialize())).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void anExpiredTokenIsRefusedButForTheMinuteThatClocksMayDiffer() throws BadTokenException {
        assertThat(refused(tokens.sign(new Claims("r1", 0, NOW.minusSeconds(60)))))
                .isEqualTo(Reason.EXPIRED);
        assertThat(tokens.check(tokens.sign(new Claims("r1", 0, NOW.minusSeconds(59))), NOW))
                .isNotNull();
    }

    @Test
    void aTokenThatLivesTooLongIsRefused() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(refused(tokens.sign(new Claims("r1", 0, tomorrow)))).isEqualTo(Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "\u0000"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(refused(text)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aTokenThatIsTooLongIsNotLookedAt() {
        String token = tokens.sign(new Claims("r".repeat(2000), 0, LATER));
        assertThat(refused(token)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void noChangedCharacterPasses() {
        String token = tokens.sign(new Claims("r1", 0, LATER));
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            int at = random.nextInt(token.length() - 1); // the last carries bits that nobody reads
            char other = (char) random.nextInt(128);
            if (other != token.charAt(at)) {
                String changed = token.substring(0, at) + other + token.substring(at + 1);
                assertThat(refused(changed)).isNotNull();
            }
        }
    }
}
