package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.video.H264Payloads;
import io.rostrum.protocol.cmaf.Sample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowTest {
    private final Row row = new Row();

    /** Writes down the times of what he gets. */
    private static final class Guest implements Row.Seat {
        private final List<String> got = new ArrayList<>();
        private final List<CutPicture> pictures = new ArrayList<>();

        @Override
        public void onGroup(List<CutPicture> group) {
            got.add("group to " + group.getLast().time());
            pictures.addAll(group);
        }

        @Override
        public void onPicture(CutPicture picture) {
            got.add("picture " + picture.time());
            pictures.add(picture);
        }

        @Override
        public void onSound(Sample sound) {
            got.add("sound " + sound.decodeTime());
        }

        @Override
        public void onEnded() {
            got.add("end");
        }
    }

    private static Sample picture(int time, boolean key) {
        return new Sample(1, time, 1, key, unit(3000));
    }

    private static byte[] unit(int size) {
        return ByteBuffer.allocate(4 + size).putInt(size).put((byte) 0x65).array();
    }

    @Test
    void aPictureIsCutOnceForAll() {
        Guest one = new Guest();
        Guest other = new Guest();
        row.add(one);
        row.add(other);
        row.onSample(picture(1, true));
        assertThat(one.pictures.getFirst()).isSameAs(other.pictures.getFirst());
    }

    @Test
    void whoComesLaterBeginsWithTheGroup() {
        row.onSample(picture(1, true));
        row.onSample(picture(2, false));
        Guest late = new Guest();
        row.add(late);
        row.onSample(new Sample(3, 9, 1, true, new byte[] {1}));
        row.onSample(new Sample(2, 9, 1, true, new byte[] {1}));
        row.onSample(picture(3, false));
        row.onEnded();
        assertThat(late.got).containsExactly("group to 2", "sound 9", "picture 3", "end");
    }

    @Test
    void whoLostHisWayGetsTheGroupWithTheNextPictureAndNobodyElseDoes() {
        Guest lost = new Guest();
        Guest well = new Guest();
        row.add(lost);
        row.add(well);
        row.onSample(picture(1, true));
        row.again(lost);
        row.onSample(picture(2, false));
        row.onSample(picture(3, false));
        assertThat(lost.got).containsExactly("picture 1", "group to 2", "picture 3");
        assertThat(well.got).containsExactly("picture 1", "picture 2", "picture 3");
    }

    @Test
    void whoHasLeftGetsNothingAndWhoComesTooLateIsTold() {
        Guest gone = new Guest();
        row.add(gone);
        row.remove(gone);
        row.again(gone);
        row.onSample(picture(1, true));
        row.onEnded();
        Guest late = new Guest();
        row.add(late);
        assertThat(gone.got).isEmpty();
        assertThat(late.got).containsExactly("end");
    }

    @Test
    void picturesBeforeTheFirstKeyFrameAreNoGroup() {
        row.onSample(picture(1, false));
        Guest guest = new Guest();
        row.add(guest);
        assertThat(guest.got).isEmpty();
    }

    @Test
    void aCutPictureHasThePayloadsThatTheCutterMakes() {
        for (int size : new int[] {1, 1150, 1151, 3000, 100_000}) {
            List<Integer> expected = new ArrayList<>();
            new H264Payloads(Row.MOST_PAYLOAD)
                    .cut(unit(size), (bytes, length, last) -> expected.add(length));
            List<Integer> lengths = new ArrayList<>();
            List<Boolean> marks = new ArrayList<>();
            CutPicture.of(new Sample(1, 7, 1, true, unit(size)), new H264Payloads(Row.MOST_PAYLOAD))
                    .each((bytes, from, length, last) -> {
                        lengths.add(length);
                        marks.add(last);
                    });
            assertThat(lengths).isEqualTo(expected);
            assertThat(marks.getLast()).isTrue();
            assertThat(marks.subList(0, marks.size() - 1)).doesNotContain(true);
        }
    }

    /** Takes nothing, and cannot be told so. */
    private static final class Broken implements Row.Seat {
        private final List<String> asked = new ArrayList<>();

        private void fail(String what) {
            asked.add(what);
            throw new IllegalStateException("broken seat");
        }

        @Override
        public void onGroup(List<CutPicture> group) {
            fail("group");
        }

        @Override
        public void onPicture(CutPicture picture) {
            fail("picture");
        }

        @Override
        public void onSound(Sample sound) {
            fail("sound");
        }

        @Override
        public void onEnded() {
            fail("end");
        }
    }

    @Test
    void whoFailsIsToldThatItIsOverAndHisNeighboursGoOn() {
        List<Consumer<Row>> all =
                List.of(
                        to -> to.onSample(picture(1, true)),
                        to -> to.onSample(new Sample(3, 9, 1, true, new byte[] {1})),
                        to -> to.onGroup(List.of(picture(1, true))),
                        Row::onEnded);
        for (Consumer<Row> what : all) {
            Row shared = new Row();
            Broken broken = new Broken();
            Guest neighbour = new Guest();
            shared.add(broken);
            shared.add(neighbour);
            what.accept(shared);
            assertThat(neighbour.got).hasSize(1);
            assertThat(broken.asked).last().isEqualTo("end");
            shared.onSample(picture(2, true));
            assertThat(broken.asked).as("gets nothing any more").last().isEqualTo("end");
        }
    }
}
