package io.rostrum.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceLiteTest {
    private static final Path THERE = new UdpPath(new InetSocketAddress("192.0.2.1", 4000));
    private static final long MS = 1_000_000L;

    private final SecureRandom random = new SecureRandom();
    private final IceCredentials ours = IceCredentials.random(random);
    private final IceCredentials his = IceCredentials.random(random);
    private final List<byte[]> sent = new ArrayList<>();
    private final IceLite ice =
            new IceLite(
                    ours,
                    his.ufrag(),
                    his.password(),
                    (message, to) -> sent.add(message),
                    Reaches.Watcher.none(),
                    random,
                    0);

    private StunMessage sent(int index) {
        return StunMessage.read(Buffer.wrap(sent.get(index)));
    }

    private Ice.Verdict hear(byte[] message, long nowNanos) {
        return ice.onMessage(Buffer.wrap(message), THERE, nowNanos);
    }

    private byte[] check() {
        return StunWriter.of(Stun.BINDING_REQUEST, new byte[Stun.TRANSACTION_LENGTH])
                .username(ours.ufrag() + ":" + his.ufrag())
                .controlling(1)
                .useCandidate()
                .priority(1)
                .signed(ours.password());
    }

    private byte[] answer(byte[] transaction, String password) {
        return StunWriter.of(Stun.BINDING_SUCCESS, transaction).signed(password);
    }

    @Test
    void asksBeforeItAnswersBecauseSomeReadNothingAfterwards() {
        assertThat(hear(check(), 0)).isEqualTo(Ice.Verdict.VALID);
        assertThat(sent).hasSize(2);
        assertThat(sent(0).isRequest()).isTrue();
        assertThat(sent(0).username()).isEqualTo(his.ufrag() + ":" + ours.ufrag());
        assertThat(sent(0).isFrom(his.password())).isTrue();
        assertThat(sent(0).senderIsControlled()).isTrue();
        assertThat(sent(1).isSuccess()).isTrue();
    }

    @Test
    void believesOnlyTheAnswerToItsOwnCheckMadeWithThePeersPassword() {
        hear(check(), 0);
        byte[] transaction = sent(0).transaction();
        assertThat(hear(answer(transaction, "x".repeat(24)), MS)).isEqualTo(Ice.Verdict.FOREIGN);
        byte[] other = transaction.clone();
        other[0] ^= 1;
        assertThat(hear(answer(other, his.password()), MS)).isEqualTo(Ice.Verdict.FOREIGN);
        assertThat(ice.isProven(THERE)).isFalse();
        assertThat(hear(answer(transaction, his.password()), MS)).isEqualTo(Ice.Verdict.VALID);
        assertThat(ice.isProven(THERE)).isTrue();
    }

    @Test
    void asksAgainAsFarAsWhatCameAllows() {
        byte[] check = check();
        hear(check, 0);
        for (int i = 1; i < 100; i++) {
            ice.tick(i * 100 * MS);
        }
        int bytes = sent.stream().mapToInt(message -> message.length).sum();
        assertThat(bytes).isLessThanOrEqualTo(3 * check.length);
        assertThat(sent).hasSizeGreaterThan(2);
    }

    @Test
    void asksNoMoreOnceThePeerHasAnswered() {
        hear(check(), 0);
        hear(answer(sent(0).transaction(), his.password()), MS);
        sent.clear();
        ice.tick(1000 * MS);
        hear(check(), 1000 * MS);
        assertThat(sent).hasSize(1);
        assertThat(sent(0).isSuccess()).isTrue();
    }
}
