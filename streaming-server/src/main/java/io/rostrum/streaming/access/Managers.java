package io.rostrum.streaming.access;

import io.rostrum.gate.Gate;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.token.BadTokenException;
import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Hosts who manage their channels here, known by the station token of their center. Any thread. */
public final class Managers {
    private final Tokens tokens;
    private final InstantSource clock;
    private final Gate gate;

    public Managers(String feedSecret, InstantSource clock, Gate gate) {
        this.tokens = new Tokens(feedSecret, TokenKind.STATION);
        this.clock = clock;
        this.gate = gate;
    }

    /**
     * Lets the host of that channel pass.
     *
     * @throws Refusal 401 without a token that is valid now, 403 with that of another channel
     */
    public void require(RoutingContext ctx, Id channel) {
        try {
            require(ctx.request().getHeader(FeedHeaders.AUTHORIZATION), channel);
        } catch (Refusal refusal) {
            gate.log()
                    .tell(
                            Event.REFUSED,
                            gate.caller(ctx.request()),
                            "what",
                            "manage",
                            "why",
                            refusal.problem().code(),
                            "channel",
                            channel.text());
            if (refusal.problem().status() == 401) {
                ctx.response().putHeader("WWW-Authenticate", "Bearer realm=\"rostrum\"");
            }
            throw refusal;
        }
    }

    void require(@Nullable String authorization, Id channel) {
        String token = authorization == null ? "" : FeedHeaders.secret(authorization);
        if (token.isEmpty()) {
            throw refusal("unauthorized", 401, "Send the station token as bearer token.");
        }
        if (!claims(token).subject().equals(channel.text())) {
            throw refusal("not-your-channel", 403, "This token is for another channel.");
        }
    }

    /** Whether this is the value of a header of the host of that channel. */
    public boolean manages(String authorization, Id channel) {
        try {
            return tokens.check(FeedHeaders.secret(authorization), clock.instant())
                    .subject()
                    .equals(channel.text());
        } catch (BadTokenException e) {
            return false;
        }
    }

    private Claims claims(String token) {
        try {
            return tokens.check(token, clock.instant());
        } catch (BadTokenException e) {
            throw refusal(
                    "bad-token",
                    401,
                    switch (e.reason()) {
                        case EXPIRED -> "The station token has expired: get a new one.";
                        case MALFORMED, FORGED, OF_ANOTHER_KIND -> "This is no station token.";
                    });
        }
    }

    private static Refusal refusal(String code, int status, String detail) {
        return new Refusal(new Problem(code, status, code.replace('-', ' '), detail));
    }
}
