package io.rostrum.streaming.vault;

import io.rostrum.streaming.config.S3Config;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The few calls of S3 that we need; what fails comes out as IOException. Blocking; any thread. */
final class Bucket implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String name;
    private final String prefix;

    Bucket(S3Config config) {
        name = config.bucket();
        prefix = config.prefix();
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(config.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                config.accessKey(), config.secretKey())))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE))
                        .overrideConfiguration(set -> set.apiCallTimeout(CALL))
                        // others than AWS do not know the checksums that newer SDKs add
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .forcePathStyle(true);
        if (config.endpoint() != null) {
            builder.endpointOverride(config.endpoint());
        }
        client = builder.build();
    }

    byte[] read(String key, long offset, int length) throws IOException {
        byte[] bytes =
                call(() ->
                        client.getObjectAsBytes(get ->
                                        get.bucket(name)
                                                .key(prefix + key)
                                                .range(range(offset, length)))
                                .asByteArrayUnsafe());
        if (bytes.length != length) {
            throw new IOException(key + " has " + bytes.length + " bytes of " + length);
        }
        return bytes;
    }

    /** RFC 9110 section 14.1.2: both ends are included. */
    private static String range(long offset, int length) {
        return "bytes=" + offset + "-" + (offset + length - 1);
    }

    byte[] read(String key) throws IOException {
        return call(() ->
                client.getObjectAsBytes(get -> get.bucket(name).key(prefix + key))
                        .asByteArrayUnsafe());
    }

    void write(String key, byte[] bytes) throws IOException {
        var ignored =
                call(() ->
                        client.putObject(
                                put -> put.bucket(name).key(prefix + key),
                                RequestBody.fromBytes(bytes)));
    }

    /** Bytes of an object; -1 where there is none. */
    long length(String key) throws IOException {
        return call(() -> {
            try {
                return client.headObject(head -> head.bucket(name).key(prefix + key))
                        .contentLength();
            } catch (NoSuchKeyException none) {
                return -1L;
            } catch (software.amazon.awssdk.services.s3.model.S3Exception other) {
                if (other.statusCode() == NOT_FOUND) {
                    return -1L;
                }
                throw other;
            }
        });
    }

    /** Keys of all objects whose names begin so. */
    List<String> list(String begin) throws IOException {
        return call(() ->
                client
                        .listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix + begin))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .map(key -> key.substring(prefix.length()))
                        .toList());
    }

    void remove(String key) throws IOException {
        var ignored =
                call(() -> client.deleteObject(delete -> delete.bucket(name).key(prefix + key)));
    }

    /**
     * Begins an object that comes in parts, and forgets those of its name that were begun before.
     */
    String begin(String key) throws IOException {
        abort(key);
        return call(() ->
                client.createMultipartUpload(create -> create.bucket(name).key(prefix + key))
                        .uploadId());
    }

    void abort(String key) throws IOException {
        List<MultipartUpload> begun =
                call(() ->
                        client.listMultipartUploads(list -> list.bucket(name).prefix(prefix + key))
                                .uploads());
        for (MultipartUpload upload : begun) {
            if (upload.key().equals(prefix + key)) {
                var ignored =
                        call(() ->
                                client.abortMultipartUpload(abort ->
                                        abort.bucket(name)
                                                .key(prefix + key)
                                                .uploadId(upload.uploadId())));
            }
        }
    }

    /** Sends a part, numbered from 1; the same again replaces it. */
    String part(String key, String upload, int number, byte[] bytes) throws IOException {
        return call(() ->
                client.uploadPart(
                                part ->
                                        part.bucket(name)
                                                .key(prefix + key)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromBytes(bytes))
                        .eTag());
    }

    /** Makes one object of all its parts: it is there whole or not at all. */
    void complete(String key, String upload, List<String> tags) throws IOException {
        List<CompletedPart> parts =
                java.util.stream.IntStream.range(0, tags.size())
                        .mapToObj(i ->
                                CompletedPart.builder().partNumber(i + 1).eTag(tags.get(i)).build())
                        .toList();
        var ignored =
                call(() ->
                        client.completeMultipartUpload(complete ->
                                complete.bucket(name)
                                        .key(prefix + key)
                                        .uploadId(upload)
                                        .multipartUpload(all -> all.parts(parts))));
    }

    private static <T> T call(Supplier<@Nullable T> task) throws IOException {
        try {
            T done = task.get();
            if (done == null) {
                throw new IOException("the bucket gave no answer");
            }
            return done;
        } catch (SdkException e) {
            throw new BucketException("the bucket: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
