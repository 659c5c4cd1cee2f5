package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLogTest {
    @TempDir Path root;
    private SessionFolder folder;

    @BeforeEach
    void create() throws IOException {
        try (DataDirectory data = DataDirectory.open(root)) {
            folder = data.create(session());
        }
    }

    private static Session session() {
        Instant start = Instant.parse("2026-11-20T10:00:00Z");
        return new Session(
                new Id("s"), new Id("r"), "Ü", "Ana", start, null, null, Visibility.PUBLIC);
    }

    private static List<Sample> samples(long time) {
        return List.of(
                new Sample(1, time, 3000, true, new byte[] {1, 2, 3}),
                new Sample(2, time, 1024, true, new byte[0]));
    }

    private static void store(SampleLog log, long time) throws IOException {
        log.append(samples(time));
        log.commit(time, time + 3000, new Mark(true, time, 1, 2, 3, 4));
    }

    private static List<Sample> read(SampleLog log) throws IOException {
        List<Sample> all = new ArrayList<>();
        for (Segment segment : log.segments()) {
            log.read(segment, (sample, at) -> all.add(sample));
        }
        return all;
    }

    @Test
    void whatWasCommittedIsThereAfterwards() throws IOException {
        try (SampleLog log = folder.write()) {
            store(log, 0);
            store(log, 3000);
        }
        try (SampleLog log = folder.write()) {
            assertThat(log.next()).isEqualTo(2);
            assertThat(log.segments().get(1).mark()).isEqualTo(new Mark(true, 3000, 1, 2, 3, 4));
            List<Sample> expected = new ArrayList<>(samples(0));
            expected.addAll(samples(3000));
            assertThat(read(log)).usingRecursiveComparison().isEqualTo(expected);
        }
    }

    @Test
    void whatWasNotCommittedIsCutOff() throws IOException {
        try (SampleLog log = folder.write()) {
            store(log, 0);
            log.append(samples(3000));
        }
        try (SampleLog log = folder.write()) {
            assertThat(log.next()).isEqualTo(1);
            assertThat(Files.size(folder.samples())).isEqualTo(log.segments().getFirst().length());
            store(log, 3000);
        }
        try (SampleLog log = folder.write()) {
            assertThat(read(log)).hasSize(4);
        }
    }

    @Test
    void anIndexEntryThatWasCutInHalfDoesNotCount() throws IOException {
        Path index = folder.path().resolve(SampleLog.INDEX);
        try (SampleLog log = folder.write()) {
            store(log, 0);
            store(log, 3000);
        }
        byte[] bytes = Files.readAllBytes(index);
        Files.write(index, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        try (SampleLog log = folder.write()) {
            assertThat(log.next()).isEqualTo(1);
        }
    }

    @Test
    void aLastSegmentWhoseBytesNeverReachedTheDiskDoesNotCount() throws IOException {
        try (SampleLog log = folder.write()) {
            store(log, 0);
            store(log, 3000);
        }
        byte[] bytes = Files.readAllBytes(folder.samples());
        bytes[bytes.length - Records.HEADER - 1] ^= 1;
        Files.write(folder.samples(), bytes);
        try (SampleLog log = folder.write()) {
            assertThat(log.next()).isEqualTo(1);
        }
    }

    @Test
    void aSegmentThatIsGivenUpLeavesNothing() throws IOException {
        try (SampleLog log = folder.write()) {
            log.append(samples(0));
            log.rollback();
            store(log, 6000);
            assertThat(read(log).getFirst().decodeTime()).isEqualTo(6000);
        }
    }

    @Test
    void aSegmentOfWhichAPartCouldNotBeWrittenIsNeverCommitted() throws IOException {
        Files.createSymbolicLink(folder.samples(), Path.of("/dev/full"));
        try (SampleLog log = folder.write()) {
            assertThatIOException().isThrownBy(() -> log.append(samples(0)));
            assertThatIOException()
                    .isThrownBy(() -> log.commit(0, 3000, Mark.NONE))
                    .withMessageContaining("could not be written");
            assertThatIOException()
                    .isThrownBy(() -> log.append(samples(3000)))
                    .withMessageContaining("could not be written");
            assertThat(log.segments()).isEmpty();
        }
    }

    @Test
    void readingAFolderOfALiveSessionChangesNothing() throws IOException {
        try (SampleLog log = folder.write();
                SampleLog reader = folder.read()) {
            assertThat(reader.segments()).isEmpty();
            log.append(samples(0));
            log.commit(0, 3000, Mark.NONE);
            try (SampleLog again = folder.read()) {
                assertThat(again.next()).isEqualTo(1);
            }
        }
    }

    @Test
    void theWordsOfASessionComeBack() throws IOException {
        Session ended = session().changed("New", "Ben").ended(Instant.EPOCH);
        folder.save(ended);
        assertThat(folder.session()).contains(ended);
    }

    @Test
    void aFolderWithoutWordsIsSeenAsSuch() throws IOException {
        Files.delete(folder.path().resolve("session.json"));
        assertThat(folder.session()).isEmpty();
        Files.writeString(
                folder.path().resolve("session.json.new"), "{", StandardOpenOption.CREATE);
        folder.delete();
        assertThat(folder.path()).doesNotExist();
    }
}
