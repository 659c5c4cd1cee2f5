package io.rostrum.protocol.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a/b", "../x", "a b", "a%2F", "ä", "a.b", "a\0", "a\n", "\\"})
    void pathTricksAreNoIds(String text) {
        assertThat(Id.parse(text)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Id(text));
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(Id.valid("a".repeat(64))).isTrue();
        assertThat(Id.valid("a".repeat(65))).isFalse();
        assertThat(new Id("Room_1-x").text()).isEqualTo("Room_1-x");
    }

    @Test
    void pathsAreThoseOfTheProtocol() {
        Id room = new Id("r1");
        Id session = new Id("s1");
        assertThat(FeedPaths.channel(room)).isEqualTo("/feed/r1");
        assertThat(FeedPaths.init(room, session)).isEqualTo("/feed/r1/s1/init");
        assertThat(FeedPaths.segment(room, session, 3)).isEqualTo("/feed/r1/s1/segments/3");
        assertThat(FeedPaths.end(room, session)).isEqualTo("/feed/r1/s1/end");
    }

    @Test
    void theSecretIsReadBackFromItsHeader() {
        assertThat(FeedHeaders.secret(FeedHeaders.bearer("abc"))).isEqualTo("abc");
        assertThat(FeedHeaders.secret("bearer abc")).isEqualTo("abc");
        assertThat(FeedHeaders.secret("Basic abc")).isEmpty();
    }

    /** {@code printf 'rostrum feed r1' | openssl dgst -sha256 -hmac "$SECRET"} says the same. */
    @Test
    void everyChannelHasAKeyOfItsOwn() {
        String secret = "a secret of a feed, of 32 characters";
        assertThat(FeedKey.of(secret, "r1"))
                .isEqualTo("00a74e288f7651f66a9759393c0de809a2bade71c2b66b128d9936bb293cc374")
                .isNotEqualTo(FeedKey.of(secret, "r2"))
                .isNotEqualTo(FeedKey.of(secret + " ", "r1"));
    }

    @Test
    void problemsAreFoundByTheirType() {
        assertThat(FeedProblem.ofType("https://rostrum.io/problems/channel-on-air"))
                .contains(FeedProblem.CHANNEL_ON_AIR);
        assertThat(FeedProblem.ofType("about:blank")).isEmpty();
    }
}
