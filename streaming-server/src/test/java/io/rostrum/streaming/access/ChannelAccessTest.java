package io.rostrum.streaming.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.AccessChange.Keep;
import io.rostrum.streaming.access.AccessChange.Remove;
import io.rostrum.streaming.access.AccessChange.Set;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ChannelAccessTest {
    private static final String SECRET = "the secret of the feeds, long enough";
    private static final Instant NOW = Instant.parse("2026-11-28T12:34:56Z");
    private static final Id CHANNEL = new Id("r1");

    private static ChannelAccess closed(String password) {
        return ChannelAccess.OPEN.changed(new AccessChange(Visibility.PRIVATE, new Set(password)));
    }

    private static Rights at(Instant when) {
        return new Rights(SECRET, InstantSource.fixed(when));
    }

    @Test
    void onlyThePasswordOpens() {
        ChannelAccess access = closed("open sesame");
        assertThat(access.opensWith("open sesame")).isTrue();
        assertThat(access.opensWith("Open sesame")).isFalse();
        assertThat(access.opensWith("")).isFalse();
        assertThat(ChannelAccess.OPEN.opensWith("")).isFalse();
    }

    @Test
    void thePasswordItselfIsNotKept() {
        ChannelAccess access = closed("open sesame");
        assertThat(access.toJson().encode()).doesNotContain("sesame");
        assertThat(access.toString()).doesNotContain("Password");
        assertThat(closed("open sesame").toJson()).isNotEqualTo(access.toJson());
        assertThat(ChannelAccess.of(new JsonObject(access.toJson().encode()))).isEqualTo(access);
    }

    @Test
    void thePasswordStaysUnlessItIsChanged() {
        ChannelAccess access = closed("open sesame");
        ChannelAccess opened = access.changed(new AccessChange(Visibility.PUBLIC, new Keep()));
        assertThat(opened.opensWith("open sesame")).isTrue();
        assertThat(opened.revision()).isEqualTo(access.revision() + 1);
        assertThat(opened.changed(new AccessChange(Visibility.PRIVATE, new Remove())).hasPassword())
                .isFalse();
    }

    @Test
    void aRightEndsWithTheAccessItWasGivenFor() {
        ChannelAccess access = closed("open sesame");
        String token = at(NOW).watch(CHANNEL, access).token();
        assertThat(at(NOW).mayWatch(token, CHANNEL, access)).isTrue();
        assertThat(at(NOW).mayWatch(token, new Id("r2"), access)).isFalse();
        ChannelAccess changed = access.changed(new AccessChange(Visibility.PRIVATE, new Keep()));
        assertThat(at(NOW).mayWatch(token, CHANNEL, changed)).isFalse();
    }

    @Test
    void aRightIsGoodForADayAtLeastAndTheSameWithinTheHour() {
        ChannelAccess access = closed("open sesame");
        String token = at(NOW).watch(CHANNEL, access).token();
        assertThat(at(NOW.plusSeconds(60)).watch(CHANNEL, access).token()).isEqualTo(token);
        assertThat(at(NOW.plus(Duration.ofHours(24))).mayWatch(token, CHANNEL, access)).isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(25))).mayWatch(token, CHANNEL, access)).isFalse();
    }

    @Test
    void anInvitationIsNoRightAndARightIsNoInvitation() {
        ChannelAccess access = closed("open sesame");
        String invitation = at(NOW).invitation(CHANNEL, access);
        assertThat(at(NOW).isInvited(invitation, CHANNEL, access)).isTrue();
        assertThat(at(NOW).mayWatch(invitation, CHANNEL, access)).isFalse();
        assertThat(at(NOW).isInvited(at(NOW).watch(CHANNEL, access).token(), CHANNEL, access))
                .isFalse();
    }
}
