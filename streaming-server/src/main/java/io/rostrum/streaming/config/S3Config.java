package io.rostrum.streaming.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The bucket in which recordings are kept.
 *
 * @param endpoint null for that of AWS
 * @param prefix what the names of all our objects begin with
 * @param keepLocal how long after its end a recording that is in the bucket stays on our disk too
 */
public record S3Config(
        String bucket,
        @Nullable URI endpoint,
        String region,
        String prefix,
        String accessKey,
        String secretKey,
        Duration keepLocal) {
    public S3Config {
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("--s3-bucket is no name of a bucket: " + bucket);
        }
        if (!prefix.matches("([A-Za-z0-9_.-]+/)*")) {
            throw new IllegalArgumentException("--s3-prefix has to be like tv/: " + prefix);
        }
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            throw new IllegalArgumentException(
                    "--s3-bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        if (keepLocal.isNegative()) {
            throw new IllegalArgumentException("--s3-keep-local cannot be negative");
        }
    }

    @Override
    public String toString() {
        return "S3Config[" + bucket + " at " + endpoint + ", " + prefix + "]";
    }
}
