package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.conversion.Converters;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.Format;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PictureTapsTest {
    private static final long MS = 1_000_000L;
    private static final Codec CODEC =
            new Codec(Format.VP8, 96, OptionalInt.empty(), Map.of(), Set.of());

    private final List<PictureTaps.Taken> pictures = new ArrayList<>();
    private final List<List<PictureTaps.Taken>> groups = new ArrayList<>();
    private final Requests requests = new Requests();
    private final PictureUp up =
            new PictureUp("ana", CODEC, List.of(), new LipSync(), Converters.none(), requests);
    private final Inbound inbound = up.encodings().getFirst().bind(1);
    private final PictureTaps taps =
            new PictureTaps(id -> "ana".equals(id) ? up : null, (_, _) -> {});
    private int sequence = 1000;
    private long now;

    /** Counts what the source is asked for. */
    private static final class Requests implements PictureUp.Owner {
        private int feedback;
        private boolean failing;

        @Override
        public void onFeedbackDue() {
            if (failing) {
                throw new IllegalStateException("a source that fails");
            }
            feedback++;
        }

        @Override
        public void onSending(boolean sending) {}

        @Override
        public void onTrouble(@Nullable VideoTrouble trouble) {}
    }

    private void deliver() {
        taps.deliverTo(
                new PictureTaps.Sink() {
                    @Override
                    public void onPicture(String participant, PictureTaps.Taken picture) {
                        pictures.add(picture);
                    }

                    @Override
                    public void onGroup(String participant, List<PictureTaps.Taken> group) {
                        groups.add(group);
                    }
                });
    }

    private void send(int... payload) {
        now += 50 * MS;
        sequence++;
        Buffer packet = Buffer.wrap(new byte[Rtp.FIXED_HEADER + payload.length]);
        Rtp.write(packet, 96, sequence, sequence * 4500, 1);
        Rtp.marker(packet, true);
        for (int i = 0; i < payload.length; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, payload[i]);
        }
        inbound.onRtp(packet, now);
    }

    private void key() {
        send(0x10, 0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0x68, 0x01, 0x00);
    }

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            send(0x10, 0x11, 0x02, 0x00, 0x00);
        }
    }

    @Test
    void whatCameSinceTheLatestKeyFrameIsGivenAtOnceWithItsOwnTimesAndThenWhatFollows() {
        deliver();
        key();
        others(100);
        taps.subscribe("ana");
        taps.showAgain("ana", now);
        assertThat(groups).hasSize(1);
        List<PictureTaps.Taken> group = groups.getFirst();
        assertThat(group).hasSize(101);
        assertThat(group.getFirst().frame().keyFrame()).isTrue();
        for (int i = 0; i < 101; i++) {
            assertThat(group.get(i).serverNanos())
                    .isBetween(now - (100 - i) * 50 * MS - MS, now - (100 - i) * 50 * MS + MS);
        }
        assertThat(pictures).isEmpty();
        others(3);
        assertThat(pictures).hasSize(3);
    }

    @Test
    void aGroupWithAHoleIsNotGiven() {
        deliver();
        key();
        sequence++;
        others(20);
        taps.subscribe("ana");
        taps.showAgain("ana", now);
        assertThat(groups).isEmpty();
    }

    @Test
    void nobodyIsGivenWhoWasNotAskedFor() {
        deliver();
        key();
        taps.showAgain("ana", now);
        taps.showAgain("ben", now);
        assertThat(groups).isEmpty();
    }

    @Test
    void aSourceIsAskedForAKeyFrameOnlyWhileItIsWanted() {
        taps.requestKeyFrame("ana", now);
        assertThat(requests.feedback).isZero();
        taps.subscribe("ana");
        int asked = requests.feedback;
        taps.requestKeyFrame("ana", now);
        assertThat(requests.feedback).isEqualTo(asked + 1);
    }

    @Test
    void whosePicturesFailIsToldAndHisNeighboursAreAskedInTheSameTick() {
        List<String> failed = new ArrayList<>();
        Requests well = new Requests();
        PictureUp ben =
                new PictureUp("ben", CODEC, List.of(), new LipSync(), Converters.none(), well);
        ben.encodings().getFirst().bind(2);
        PictureTaps both =
                new PictureTaps(id -> "ana".equals(id) ? up : ben, (who, why) -> failed.add(who));
        both.subscribe("ana");
        both.subscribe("ben");
        int asked = well.feedback;
        requests.failing = true;
        both.tick(now + 1000 * MS);
        assertThat(failed).containsExactly("ana");
        assertThat(well.feedback).isGreaterThan(asked);
        both.tick(now + 2000 * MS);
        assertThat(failed).containsExactly("ana");
    }
}
