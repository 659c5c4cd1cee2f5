package io.rostrum.streaming.directory;

import io.rostrum.protocol.feed.Id;

/**
 * The absolute addresses that the directory hands out.
 *
 * @param base what they begin with, without a slash at its end
 */
public record Links(String base) {
    String hls(Id channel) {
        return base + "/live/" + channel + "/master.m3u8";
    }

    String whep(Id channel) {
        return base + "/live/" + channel + "/whep";
    }

    String page(Id channel) {
        return base + "/watch/" + channel;
    }

    String thumbnail(Id channel) {
        return base + "/live/" + channel + "/thumbnail.jpg";
    }

    /** An address below a recording. */
    String recording(Id id, String name) {
        return base + "/recordings/" + id + "/" + name;
    }

    String recordingPage(Id id) {
        return base + "/watch/recordings/" + id;
    }
}
