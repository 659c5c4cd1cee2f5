package io.rostrum.disk;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @Test
    void whatIsMadeAfterwardsIsNobodyElses(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, fromString("rwxr-xr-x"));
        PrivateFiles.only(data);
        Path file = Files.writeString(data.resolve("hashes"), "x");
        Path inner = Files.createDirectory(data.resolve("inner"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(inner)).isEqualTo(fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(fromString("rwx------"));
    }
}
