package io.rostrum.center.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ChatState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {
    @TempDir Path folder;

    @Test
    void whatWasDecidedIsFoundAgainAndADefaultLeavesNoFile() throws Exception {
        KeptFiles files = new KeptFiles(folder.resolve("kept"));
        assertThat(files.read("r1")).isEqualTo(Kept.NOTHING);
        Kept kept = new Kept(true, false, true, new ChatState(false, false));
        files.write("r1", kept);
        assertThat(new KeptFiles(folder.resolve("kept")).read("r1")).isEqualTo(kept);
        assertThat(files.read("r2")).isEqualTo(Kept.NOTHING);
        files.write("r1", Kept.NOTHING);
        assertThat(folder.resolve("kept")).isEmptyDirectory();
    }

    @Test
    void whatCannotBeReadIsAClosedDoor() throws Exception {
        Files.writeString(folder.resolve("r1"), "{\"closed\":\"no");
        Files.writeString(folder.resolve("r2"), "{\"closed\":\"no\"}");
        assertThat(new KeptFiles(folder).read("r1").closed()).isTrue();
        assertThat(new KeptFiles(folder).read("r2").closed()).isTrue();
    }

    @Test
    void aNameStandsOnTheDiskOnlyAfterWhatItNames() throws Exception {
        List<String> forced = new ArrayList<>();
        KeptFiles files =
                new KeptFiles(
                        folder,
                        what ->
                                forced.add(
                                        what.getFileName()
                                                + (Files.exists(folder.resolve("r1"))
                                                        ? " new"
                                                        : " old")));
        files.write("r1", new Kept(true, false, true, ChatState.OPEN));
        String names = String.valueOf(folder.getFileName());
        assertThat(forced).containsExactly("r1~ old", names + " new");
        forced.clear();
        files.write("r1", Kept.NOTHING);
        files.write("r1", Kept.NOTHING);
        assertThat(forced).as("and is gone for good").containsExactly(names + " old");
    }
}
