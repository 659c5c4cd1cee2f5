package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.PictureSize;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a recording is made of, as its timeline tells: nothing was decoded for it.
 *
 * @param codecs as RFC 6381 names them, what the most demanding take needs
 * @param resolutions those seen longest first; takes may differ
 * @param frameRate pictures in a second, the mean
 * @param bitRate of picture and AAC together, bits in a second, the mean
 * @param mp4Bytes length of the MP4 download
 */
public record Properties(
        String codecs,
        List<Resolution> resolutions,
        double frameRate,
        long bitRate,
        long mp4Bytes) {
    public Properties {
        resolutions = List.copyOf(resolutions);
    }

    /** The form that is kept on disk, and the middle of the form that strangers get. */
    public JsonObject toJson() {
        JsonArray sizes = new JsonArray();
        resolutions.forEach(resolution ->
                sizes.add(
                        new JsonObject()
                                .put("width", resolution.size().width())
                                .put("height", resolution.size().height())
                                .put("duration", resolution.duration() / 90000.0)));
        return new JsonObject()
                .put("codecs", codecs)
                .put("size", mp4Bytes)
                .put("frameRate", frameRate)
                .put("bitRate", bitRate)
                .put("resolutions", sizes);
    }

    public static Properties of(JsonObject json) {
        JsonArray sizes = json.getJsonArray("resolutions");
        return new Properties(
                json.getString("codecs"),
                IntStream.range(0, sizes.size())
                        .mapToObj(i -> resolution(sizes.getJsonObject(i)))
                        .toList(),
                json.getDouble("frameRate"),
                json.getLong("bitRate"),
                json.getLong("size"));
    }

    private static Resolution resolution(JsonObject json) {
        return new Resolution(
                new PictureSize(json.getInteger("width"), json.getInteger("height")),
                Math.round(json.getDouble("duration") * 90000));
    }
}
