package io.rostrum.streaming.vault;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far the samples of a session are in the bucket, as it is kept beside them. Immutable.
 *
 * @param upload id of the multipart upload; null before it was begun
 * @param tags of the parts that are there, all but the last of the same length
 * @param done whether the object is there, whole
 * @param words checksum of the words that the bucket has; 0 for none
 */
record Shipment(@Nullable String upload, List<String> tags, boolean done, long words) {
    /** S3 takes at most 10,000 parts, and none but the last below 5 MiB. */
    static final int PART = 8 << 20;

    static final Shipment NONE = new Shipment(null, List.of(), false, 0);

    Shipment {
        tags = List.copyOf(tags);
    }

    Shipment begun(String id) {
        return new Shipment(id, List.of(), false, 0);
    }

    Shipment with(String tag) {
        List<String> more = new ArrayList<>(tags);
        more.add(tag);
        return new Shipment(upload, more, false, words);
    }

    Shipment completed() {
        return new Shipment(upload, tags, true, words);
    }

    Shipment told(long checksum) {
        return new Shipment(upload, tags, done, checksum);
    }

    /** Where the next part begins. */
    long sent() {
        return (long) tags.size() * PART;
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("upload", upload)
                .put("tags", new JsonArray(tags))
                .put("done", done)
                .put("words", words);
    }

    static Shipment of(JsonObject json) {
        JsonArray tags = json.getJsonArray("tags");
        return new Shipment(
                json.getString("upload"),
                IntStream.range(0, tags.size()).mapToObj(tags::getString).toList(),
                json.getBoolean("done"),
                json.getLong("words"));
    }
}
