package io.rostrum.streaming.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rostrum.gate.Callers;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagersTest {
    private static final String SECRET = "the secret of the feeds, long enough";
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Id CHANNEL = new Id("r1");

    private static final Gate GATE =
            new Gate(Callers.DIRECT, Prices.perMinute(1, 1), SecurityLog.none(), System::nanoTime);

    private final Managers managers = new Managers(SECRET, InstantSource.fixed(NOW), GATE);

    private static String token(String secret, String channel, Instant end) {
        return new Tokens(secret, TokenKind.STATION).sign(new Claims(channel, 0, end));
    }

    private String refused(String authorization) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> managers.require(authorization, CHANNEL));
        return refusal.problem().status() + " " + refusal.problem().code();
    }

    @Test
    void theHostOfTheChannelPasses() {
        String token = token(SECRET, "r1", NOW.plusSeconds(60));
        assertThatCode(() -> managers.require("Bearer " + token, CHANNEL))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer ", "Basic cjE6eA=="})
    void whoShowsNothingIsAskedForAToken(String authorization) {
        assertThat(refused(authorization)).isEqualTo("401 unauthorized");
    }

    @Test
    void theHostOfAnotherChannelIsRefused() {
        assertThat(refused("Bearer " + token(SECRET, "r2", NOW.plusSeconds(60))))
                .isEqualTo("403 not-your-channel");
    }

    @Test
    void aForgedTokenIsRefused() {
        String forged = token("the secret of somebody else, as long", "r1", NOW.plusSeconds(60));
        assertThat(refused("Bearer " + forged)).isEqualTo("401 bad-token");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String old = token(SECRET, "r1", NOW.minus(Duration.ofMinutes(2)));
        assertThat(refused("Bearer " + old)).isEqualTo("401 bad-token");
    }

    @Test
    void aTokenThatNamesNoAlgorithmIsRefused() {
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        String claims = token(SECRET, "r1", NOW.plusSeconds(60)).split("\\.")[1];
        String header =
                text.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        assertThat(refused("Bearer " + header + "." + claims + ".")).isEqualTo("401 bad-token");
    }

    @Test
    void aTokenForSomethingElseIsRefused() {
        TokenKind watching =
                new TokenKind(
                        TokenKind.STATION.label(), "rostrum-center", "watch", Duration.ofHours(1));
        String token = new Tokens(SECRET, watching).sign(new Claims("r1", 0, NOW.plusSeconds(60)));
        assertThat(refused("Bearer " + token)).isEqualTo("401 bad-token");
    }

    @Test
    void theFeedSecretItselfIsNoToken() {
        assertThat(refused("Bearer " + SECRET)).isEqualTo("401 bad-token");
    }
}
