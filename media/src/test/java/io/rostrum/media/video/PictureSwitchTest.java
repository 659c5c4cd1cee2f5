package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.HeaderExtensions;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts: one stream that never breaks. */
class PictureSwitchTest extends SwitchRig {
    @Test
    void sendsNothingBeforeAKeyFrameAndAsksForOne() {
        picture.select(a.source, 0);
        assertThat(a.asked).isEqualTo(1);
        a.send(a.frame(false, 3000, 200), 0);
        assertThat(sent).isEmpty();
        assertThat(picture.isPending()).isTrue();
        picture.tick(50 * MS);
        assertThat(a.asked).isEqualTo(2);
        a.send(a.frame(true, 3000, 500), 0);
        assertThat(told).containsExactly("a");
        assertThat(sent).isNotEmpty();
        assertContinuous(65_000);
    }

    @Test
    void forwardsTheOldSourceUntilTheKeyFrameOfTheNewOneIsWhole() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        picture.select(b.source, 0);
        List<Buffer> key = b.frame(true, 3000, 500);
        b.send(key.subList(0, 3), MS);
        a.send(a.frame(false, 3000, 300), MS);
        assertThat(marks()).containsExactly(1);
        b.send(key.subList(3, key.size()), 2 * MS);
        a.send(a.frame(false, 3000, 300), 3 * MS);
        b.send(b.frame(false, 3000, 300), 3 * MS);
        assertThat(told).containsExactly("a", "b");
        assertThat(marks()).containsExactly(1, 2);
        assertContinuous(65_000);
    }

    @Test
    void waitsForThePacketOfTheKeyFrameThatWasLostAndSentAgain() {
        picture.select(a.source, 0);
        List<Buffer> key = a.frame(true, 3000, 500);
        Buffer late = key.remove(2);
        a.send(key, 0);
        a.send(a.frame(false, 3000, 300), 0);
        assertThat(sent).isEmpty();
        a.send(List.of(late), 0);
        assertThat(told).containsExactly("a");
        assertContinuous(65_000);
        assertThat(sent).hasSize(key.size() + 1 + 4);
    }

    @Test
    void takesAKeyFrameWhoseFirstPacketComesLate() {
        picture.select(a.source, 0);
        List<Buffer> key = a.frame(true, 3000, 500);
        Buffer first = key.removeFirst();
        key.add(2, first);
        a.send(key, 0);
        assertThat(told).containsExactly("a");
        assertContinuous(65_000);
    }

    @Test
    void keepsGapsSoThatWhatIsRecoveredLateFindsItsPlace() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        int before = sent.size();
        List<Buffer> frame = a.frame(false, 3000, 400);
        Buffer late = frame.remove(1);
        a.send(frame, 0);
        a.send(List.of(late), MS);
        TreeSet<Integer> numbers = new TreeSet<>();
        sent.forEach(packet -> numbers.add(Rtp.sequence(packet)));
        assertThat(numbers).hasSize(sent.size());
        assertThat(numbers.last() - numbers.first()).isEqualTo(sent.size() - 1);
        assertThat(Rtp.sequence(sent.getLast())).isEqualTo(65_000 + before + 1);
    }

    @Test
    void closesUpNumbersThatCarryNothing() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        for (int i = 0; i < 200; i++) {
            a.source.onSkipped(a.sequence, 0);
            a.sequence = a.sequence + 1 & 0xFFFF;
            a.send(a.frame(false, 3000, 150), 0);
        }
        assertContinuous(65_000);
    }

    @Test
    void dropsWhatComesLateOfTheOldSourceOrFromBeforeTheCut() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500), 0);
        List<Buffer> late = a.frame(false, 3000, 300);
        List<Buffer> before = b.frame(false, 3000, 300);
        picture.select(b.source, 0);
        b.send(b.frame(true, 3000, 500), 0);
        int count = sent.size();
        a.send(late, 0);
        b.send(before, 0);
        assertThat(sent).hasSize(count);
    }

    @Test
    void letsTimeGoOnAcrossACutAsItDidForTheReceiver() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000);
        a.send(a.frame(false, 3000, 50), 33 * MS);
        picture.select(b.source, 40 * MS);
        b.send(b.frame(true, 3000, 50), 133 * MS);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000 + 3000 + 9000);
        assertThat(picture.outTimestamp(b.timestamp)).hasValue(-78_000);
        assertThat(picture.outTimestamp(b.timestamp + 90)).hasValue(-77_910);
    }

    @Test
    void stopsAtOnceWhenNothingIsSelected() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        int count = sent.size();
        picture.select(null, 0);
        a.send(a.frame(false, 3000, 50), 0);
        assertThat(sent).hasSize(count);
        assertThat(told).containsExactly("a", "nothing");
        assertThat(a.source.isWatched()).isFalse();
        assertThat(picture.outTimestamp(0)).isEmpty();
    }

    @Test
    void saysThatASourceCannotBeDecodedAndSendsNothing() {
        picture = picture(Map.of(VideoCodec.VP8, 96));
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        assertThat(sent).isEmpty();
        assertThat(told).containsExactly("a undecodable");
        assertThat(a.asked).isZero();
    }

    @Test
    void writesWhatTheReceiverNegotiatedAndNothingElse() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        Buffer packet = sent.getLast();
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Rtp.payloadType(packet)).isEqualTo(102);
        assertThat(Rtp.marker(packet)).isTrue();
        assertThat(Extension.text(packet, 3)).isEqualTo("1");
        assertThat(Extension.transportSequence(packet, 5)).isZero();
        assertThat(HeaderExtensions.put24(packet, 2, 1)).isTrue();
        assertThat(HeaderExtensions.find(packet, 9)).isEqualTo(HeaderExtensions.NONE);
    }

    @Test
    void passesARequestOfTheReceiverOnButNotAFloodOfThem() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        int before = a.asked;
        for (int i = 0; i < 1000; i++) {
            picture.onKeyFrameRequest(i * MS);
        }
        assertThat(a.asked - before).isEqualTo(2);
    }

    @Test
    void asksAgainWhenAKeyFrameDoesNotBecomeWhole() {
        picture.select(a.source, 0);
        List<Buffer> key = a.frame(true, 3000, 500);
        a.send(key.subList(0, 2), 0);
        picture.tick(100 * MS);
        assertThat(a.asked).isEqualTo(1);
        picture.tick(600 * MS);
        assertThat(a.asked).isEqualTo(2);
        a.send(a.frame(true, 3000, 500), 650 * MS);
        assertThat(told).containsExactly("a");
    }

    @Test
    void givesParameterSetsBackToAKeyFrameWithoutThem() {
        a.source.attach(
                new PictureSource.Viewer() {
                    @Override
                    public void onPacket(
                            PictureSource s, Buffer p, long number, int content, long now) {}

                    @Override
                    public void onSkipped(PictureSource s, long number, long now) {}

                    @Override
                    public void onRestart(PictureSource s, long now) {}

                    @Override
                    public void onFailed(PictureSource s, RuntimeException why) {}
                });
        a.send(a.frame(true, 3000, 50), 0);
        picture.select(a.source, 300 * MS);
        List<Buffer> key = a.frame(true, 3000, 50);
        a.send(key.subList(1, 2), 300 * MS);
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst().u8(Rtp.headerLength(sent.getFirst())) & 0x1F).isEqualTo(24);
        assertThat(Rtp.timestamp(sent.get(0))).isEqualTo(Rtp.timestamp(sent.get(1)));
        assertContinuous(65_000);
    }

    @Test
    void cutsAnewWhenASourceBeginsAnew() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        a.sequence = a.sequence + 20_000 & 0xFFFF;
        a.timestamp += 123_456_789;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        a.send(a.frame(true, 3000, 50), 20 * MS);
        assertThat(told).containsExactly("a", "a");
        assertContinuous(65_000);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000 + 1800);
    }

    @ParameterizedTest
    @ValueSource(ints = {-900, -20, 0, 1, 20, 2900})
    void anotherSsrcIsANewBeginningHoweverNearItsNumbersAre(int jump) {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        int asked = a.asked;
        int before = sent.size();
        a.source.restart(10 * MS);
        a.sequence = a.sequence + jump & 0xFFFF;
        a.timestamp += jump * 1000;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        assertThat(sent).hasSize(before);
        assertThat(a.asked).isEqualTo(asked + 1);
        a.send(a.frame(true, 3000, 50), 20 * MS);
        assertThat(told).containsExactly("a", "a");
        assertContinuous(65_000);
        assertThat(Rtp.timestamp(sent.getLast())).isEqualTo(-90_000 + 1800);
    }

    @Test
    void isNotConfusedByASourceThatBeginsAnewWhileItIsWaitedFor() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 500).subList(0, 2), 0);
        a.sequence = a.sequence - 20_000 & 0xFFFF;
        a.timestamp -= 123_456_789;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        a.send(a.frame(true, 3000, 50), 20 * MS);
        assertThat(told).containsExactly("a");
        assertContinuous(65_000);
    }

    @Test
    void goesBackToTheOldSourceWithoutACut() {
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        picture.select(b.source, 0);
        picture.select(a.source, 0);
        b.send(b.frame(true, 3000, 50), 0);
        a.send(a.frame(false, 3000, 50), 0);
        assertThat(told).containsExactly("a");
        assertThat(marks()).containsExactly(1);
        assertThat(b.source.isWatched()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysOneStreamOverAThousandCutsAndLetsNothingElseOut(long seed) {
        Random random = new Random(seed);
        List<SyntheticSource> sources = List.of(a, b, v);
        SyntheticSource selected = a;
        picture.select(a.source, 0);
        long now = 0;
        int checked = 0;
        int lastTimestamp = 0;
        int lastPicture = -1;
        while (picture.cuts() < 1000) {
            now += 33 * MS;
            if (random.nextInt(4) == 0) {
                selected = sources.get(random.nextInt(3));
                picture.select(selected.source, now);
            }
            PictureSource before = picture.current();
            for (SyntheticSource source : sources) {
                boolean key = source.keyWanted && random.nextInt(3) > 0;
                source.send(source.frame(key, 2970, random.nextInt(20, 600)), now);
            }
            picture.tick(now);
            for (; checked < sent.size(); checked++) {
                Buffer packet = sent.get(checked);
                assertThat(Rtp.sequence(packet)).isEqualTo(65_000 + checked & 0xFFFF);
                int mark = mark(packet);
                assertThat(mark == selected.mark || before != null && mark == markOf(before))
                        .isTrue();
                if (checked > 0) {
                    int step = Rtp.timestamp(packet) - lastTimestamp;
                    assertThat(step).isBetween(0, 90_000);
                }
                lastTimestamp = Rtp.timestamp(packet);
                if (mark == 3) {
                    int at = Rtp.headerLength(packet);
                    int id = Vp8Descriptor.pictureId(packet, at);
                    boolean start = Vp8Descriptor.startsFrame(packet, at);
                    if (lastPicture >= 0) {
                        assertThat(id).isEqualTo(lastPicture + (start ? 1 : 0) & 0x7FFF);
                    }
                    lastPicture = id;
                }
            }
        }
        assertThat(picture.dropped()).isZero();
    }

    private int markOf(PictureSource source) {
        return source == a.source ? 1 : source == b.source ? 2 : 3;
    }

    @Test
    void whereTheReceiversPathFailsOthersHaveThePictureAndItsOwnerHearsOfIt() {
        RuntimeException why = new IllegalStateException("a path that fails");
        List<Buffer> taken = new ArrayList<>();
        PictureSwitch failing =
                new PictureSwitch(
                        new PictureSwitch.Settings(BOTH, IDS, "1", 0, 0, 0),
                        pool,
                        (packet, now) -> {
                            taken.add(packet);
                            throw why;
                        },
                        new PictureSwitch.Listener() {
                            @Override
                            public void onCut(PictureSource source, long nowNanos) {}

                            @Override
                            public void onUndecodable(PictureSource source, long nowNanos) {}
                        });
        failing.select(a.source, 0);
        picture.select(a.source, 0);
        a.send(a.frame(true, 3000, 50), 0);
        assertThat(told).containsExactly("a");
        assertThat(sent).isNotEmpty();
        assertThatThrownBy(() -> failing.tick(10 * MS)).isSameAs(why);
        failing.close();
        taken.forEach(Buffer::release);
    }
}
