package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A samples file of which the disk has damaged a bit. */
class DamageTest {
    private static final int SIZE = 100;
    private static final int RECORD = Records.HEADER + SIZE;

    private final AtomicInteger counted = new AtomicInteger();
    @TempDir Path folder;

    /** Key frame, sound, picture, sound, key frame, sound: two segments of that. */
    private final List<Sample> group = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < 6; i++) {
            boolean picture = i % 2 == 0;
            byte[] data = new byte[SIZE];
            data[0] = (byte) (i + 1);
            group.add(
                    new Sample(
                            picture ? FeedTracks.VIDEO : FeedTracks.AAC,
                            1000L + i,
                            1024,
                            i != 2,
                            data));
        }
        try (SampleLog log = SampleLog.open(folder, counted::incrementAndGet)) {
            for (int segment = 0; segment < 2; segment++) {
                log.append(group);
                log.commit(1000, 2000, Mark.NONE);
            }
        }
    }

    @Test
    void whatIsDamagedIsCountedOnceForEachSegment() throws IOException {
        assertThat(left()).isNotEmpty();
        assertThat(counted).hasValue(0);
        flip(30);
        try (SampleLog log = opened()) {
            for (int i = 0; i < 3; i++) {
                log.read(log.segments().getFirst(), (sample, at) -> {});
            }
        }
        assertThat(counted).hasValue(1);
    }

    private void flip(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(SampleLog.SAMPLES));
        bytes[at] ^= 0x10;
        Files.write(folder.resolve(SampleLog.SAMPLES), bytes);
    }

    /** Which samples of the first segment are left, after a look at the second one. */
    private List<Integer> left() throws IOException {
        try (SampleLog log = opened()) {
            List<Integer> second = new ArrayList<>();
            log.read(log.segments().get(1), (sample, at) -> second.add((int) sample.data()[0]));
            assertThat(second).as("the next segment").containsExactly(1, 2, 3, 4, 5, 6);
            List<Integer> left = new ArrayList<>();
            byte[] bytes = Files.readAllBytes(folder.resolve(SampleLog.SAMPLES));
            log.read(
                    log.segments().getFirst(),
                    (sample, at) -> {
                        assertThat(bytes[(int) at]).isEqualTo(sample.data()[0]);
                        left.add((int) sample.data()[0]);
                    });
            return left;
        }
    }

    @Test
    void whatIsWholeIsReadWhole() throws IOException {
        assertThat(left()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aDamagedFrameOfSoundIsLeftOutAlone() throws IOException {
        flip(RECORD + Records.HEADER + 50);
        assertThat(left()).containsExactly(1, 3, 4, 5, 6);
    }

    @Test
    void withADamagedKeyFrameGoThePicturesThatNeedIt() throws IOException {
        flip(Records.HEADER + 50);
        assertThat(left()).containsExactly(2, 4, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5, 6, 7, 8, 15, 16, 20, 23})
    void aDamagedHeaderIsFoundWhereverItIsAndWhatFollowsIsReadStill(int at) throws IOException {
        flip(2 * RECORD + at);
        assertThat(left()).containsExactly(1, 2, 4, 5, 6);
    }

    @Test
    void aDamagedEndLeavesWhatWasBefore() throws IOException {
        flip(6 * RECORD - 1);
        assertThat(left()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aLogWithoutChecksumsIsReadStillDamagedOrNot() throws IOException {
        ByteBuffer old = ByteBuffer.allocate(2 * (20 + SIZE));
        for (Sample sample : group.subList(0, 2)) {
            old.putInt(SIZE).put((byte) sample.track()).put((byte) (sample.key() ? 1 : 0));
            old.putShort((short) 0).putLong(sample.decodeTime()).putInt(1024).put(sample.data());
        }
        Files.write(folder.resolve(SampleLog.SAMPLES), old.array());
        int checksum = Segment.checksum(old.array(), old.capacity());
        Segment entry = new Segment(0, 0, old.capacity(), 1000, 2000, Mark.NONE, checksum);
        try (FileChannel index =
                FileChannel.open(
                        folder.resolve(SampleLog.INDEX),
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            index.write(entry.write());
        }
        assertThat(old()).containsExactly(1, 2);
        flip(30);
        assertThat(old()).containsExactly(1, 2);
    }

    private List<Integer> old() throws IOException {
        List<Integer> read = new ArrayList<>();
        try (SampleLog log = opened()) {
            log.read(log.segments().getFirst(), (sample, at) -> read.add((int) sample.data()[0]));
        }
        return read;
    }

    private SampleLog opened() throws IOException {
        return SampleLog.open(
                folder, Extent.ALL, (offset, length) -> new byte[length], counted::incrementAndGet);
    }
}
