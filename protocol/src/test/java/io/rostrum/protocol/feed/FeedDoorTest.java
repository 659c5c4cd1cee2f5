package io.rostrum.protocol.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What both ends of a feed say at its door, as docs/protocol.md has it. */
class FeedDoorTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** By the shell line of docs/protocol.md, with openssl. */
    @Test
    void theKeyOfAChannelIsTheOneThatAShellMakes() {
        assertThat(FeedKey.of(SECRET, "r1"))
                .isEqualTo("343dfe55420218e82b8fe5af8eaf98df9aa356241a0e0ee28575291339a58c8b");
        assertThat(FeedKey.of(SECRET, "r2")).isNotEqualTo(FeedKey.of(SECRET, "r1"));
    }

    @ParameterizedTest
    @CsvSource({
        "bad-id,400",
        "bad-request,400",
        "bad-segment,400",
        "bad-feed-key,403",
        "unknown-session,404",
        "segment-timeout,408",
        "channel-on-air,409",
        "out-of-order,409",
        "other-init,409",
        "session-ended,410",
        "segment-too-large,413",
        "storage-full,507"
    })
    void problemsHaveTheStatusOfTheDocument(String code, int status) {
        FeedProblem problem = FeedProblem.ofType(FeedProblem.TYPES + code).orElseThrow();
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(FeedProblem.class)
    void everyProblemIsKnownAgainByItsWholeTypeOnly(FeedProblem problem) {
        assertThat(FeedProblem.ofType(problem.type())).contains(problem);
        assertThat(FeedProblem.ofType(problem.code())).isEmpty();
        assertThat(FeedProblem.ofType(problem.type() + "/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer abc,abc",
        "bearer abc,abc",
        "'BEARER  abc ',abc",
        "Basic abc,''",
        "Bearer,''",
        "'',''",
        "abc,''"
    })
    void theSecretStandsBehindTheWordBearer(String header, String secret) {
        assertThat(FeedHeaders.secret(header)).isEqualTo(secret);
    }

    @Test
    void whatOneEndWritesTheOtherReads() {
        assertThat(FeedHeaders.secret(FeedHeaders.bearer("a b"))).isEqualTo("a b");
    }

    @Test
    void limitsArePositive() {
        Duration second = Duration.ofSeconds(1);
        assertThat(FeedLimits.DEFAULT.segmentBytes()).isEqualTo(64 << 20);
        assertThatIllegalArgumentException().isThrownBy(() -> new FeedLimits(0, 1, 1, second, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedLimits(1, 1, 1, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeedLimits(1, 1, 1, second, 0));
    }
}
