package io.rostrum.streaming.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where programs are kept, and for how long.
 *
 * @param keep age after which a recording is removed; null for ever
 * @param keepBytes of all recordings together; the oldest go first; 0 for no bound
 * @param minFreeBytes below that much free disk the oldest recordings go, and no program begins
 */
public record StorageConfig(Path data, @Nullable Duration keep, long keepBytes, long minFreeBytes) {
    public StorageConfig {
        if (keep != null && (keep.isNegative() || keep.isZero())) {
            throw new IllegalArgumentException("--keep-days has to be positive");
        }
        if (keepBytes < 0 || minFreeBytes < 0) {
            throw new IllegalArgumentException("--keep-space and --min-free cannot be negative");
        }
    }
}
