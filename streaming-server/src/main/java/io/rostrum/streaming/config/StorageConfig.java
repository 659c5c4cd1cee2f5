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
 * @param bucket in which finished programs are kept; null: on the disk only
 */
public record StorageConfig(
        Path data,
        @Nullable Duration keep,
        long keepBytes,
        long minFreeBytes,
        @Nullable S3Config bucket) {
    /** On the disk only. */
    public StorageConfig(Path data, @Nullable Duration keep, long keepBytes, long minFreeBytes) {
        this(data, keep, keepBytes, minFreeBytes, null);
    }

    /** The same with a bucket. */
    public StorageConfig in(@Nullable S3Config kept) {
        return new StorageConfig(data, keep, keepBytes, minFreeBytes, kept);
    }

    public StorageConfig {
        if (keep != null && (keep.isNegative() || keep.isZero())) {
            throw new IllegalArgumentException("--keep-days has to be positive");
        }
        if (keepBytes < 0 || minFreeBytes < 0) {
            throw new IllegalArgumentException("--keep-space and --min-free cannot be negative");
        }
    }
}
