package io.rostrum.streaming.directory;

import io.rostrum.protocol.feed.Id;

/**
 * The absolute addresses that the directory hands out.
 *
 * @param base what they begin with, without a slash at its end
 */
public record Links(String base) {
    /** The site itself. */
    public String home() {
        return base + "/";
    }

    /** The guide as XMLTV. */
    public String guide() {
        return base + "/guide.xml";
    }

    public String hls(Id channel) {
        return base + "/live/" + channel + "/master.m3u8";
    }

    public String whep(Id channel) {
        return base + "/live/" + channel + "/whep";
    }

    public String page(Id channel) {
        return base + "/watch/" + channel;
    }

    public String thumbnail(Id channel) {
        return base + "/live/" + channel + "/thumbnail.jpg";
    }

    /** An address below a recording. */
    public String recording(Id id, String name) {
        return base + "/recordings/" + id + "/" + name;
    }

    public String recordingPage(Id id) {
        return base + "/watch/recordings/" + id;
    }
}
