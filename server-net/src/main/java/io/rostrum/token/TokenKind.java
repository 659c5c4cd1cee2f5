package io.rostrum.token;

import java.time.Duration;

/**
 * A purpose that tokens are signed for. Each has a key of its own, so none passes for another.
 *
 * @param label what the key is derived with
 * @param issuer claim {@code iss}
 * @param scope claim {@code scope}
 * @param longestLife from now on; a token that claims to live longer is none of ours
 */
public record TokenKind(String label, String issuer, String scope, Duration longestLife) {
    /** A host's right to manage his channel at the streaming server. */
    public static final TokenKind STATION =
            new TokenKind("rostrum station token", "rostrum-center", "manage", Duration.ofHours(1));

    public TokenKind {
        if (longestLife.isNegative() || longestLife.isZero()) {
            throw new IllegalArgumentException("a token lives some time: " + longestLife);
        }
    }
}
