package io.rostrum.streaming.access;

import io.rostrum.protocol.feed.Id;
import io.rostrum.token.BadTokenException;
import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Gives and checks the right to watch a channel, and invitations to it. Any thread. */
public final class Rights {
    private static final String ISSUER = "rostrum-streaming";

    /** How long a right to watch is good for, at least. */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final Duration INVITATION = Duration.ofDays(365);

    private static final TokenKind WATCH =
            new TokenKind("rostrum watch token", ISSUER, "watch", LIFE.plusHours(1));
    private static final TokenKind INVITE =
            new TokenKind("rostrum invitation", ISSUER, "invite", INVITATION.plusDays(1));

    private final Tokens watch;
    private final Tokens invite;
    private final InstantSource clock;

    /** A token, and when it ends. */
    public record Right(String token, Instant expiresAt) {}

    public Rights(String feedSecret, InstantSource clock) {
        this.watch = new Tokens(feedSecret, WATCH);
        this.invite = new Tokens(feedSecret, INVITE);
        this.clock = clock;
    }

    /**
     * The right to watch until the channel's access changes, a day at most.
     *
     * <p>It ends at a full hour, so all who get it in the same hour get the same: a cache in front
     * keeps one copy for them.
     */
    public Right watch(Id channel, ChannelAccess access) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(LIFE).plusSeconds(3600);
        return new Right(watch.sign(new Claims(channel.text(), access.revision(), end)), end);
    }

    /** The same link until the access changes; it ends a year after the day it was asked for. */
    public String invitation(Id channel, ChannelAccess access) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(INVITATION);
        return invite.sign(new Claims(channel.text(), access.revision(), end));
    }

    public boolean mayWatch(String token, Id channel, ChannelAccess access) {
        return holds(watch, token, channel, access);
    }

    public boolean isInvited(String token, Id channel, ChannelAccess access) {
        return holds(invite, token, channel, access);
    }

    private boolean holds(Tokens tokens, String token, Id channel, ChannelAccess access) {
        try {
            Claims claims = tokens.check(token, clock.instant());
            return claims.subject().equals(channel.text())
                    && claims.revision() == access.revision();
        } catch (BadTokenException e) {
            return false;
        }
    }
}
