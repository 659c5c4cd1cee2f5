package io.rostrum.streaming.directory;

import io.rostrum.protocol.feed.Id;

/**
 * The absolute addresses that the directory hands out.
 *
 * @param base what they begin with, without a slash at its end
 * @param right a path segment with the right to watch, which relative addresses inherit; empty
 *     where none is needed
 */
public record Links(String base, String right) {
    public Links(String base) {
        this(base, "");
    }

    /** The same with that right to watch. */
    public Links with(String segment) {
        return new Links(base, segment);
    }

    /** The site itself. */
    public String home() {
        return base + "/";
    }

    /** The guide as XMLTV. */
    public String guide() {
        return base + "/guide.xml";
    }

    public String hls(Id channel) {
        return base + "/live/" + channel + right + "/master.m3u8";
    }

    public String whep(Id channel) {
        return base + "/live/" + channel + right + "/whep";
    }

    public String page(Id channel) {
        return base + "/watch/" + channel;
    }

    /** The page of a program to come. */
    public String coming(Id announcement) {
        return base + "/coming/" + announcement;
    }

    /** The player alone, for foreign pages. */
    public String embed(Id channel) {
        return base + "/embed/" + channel;
    }

    public String recordingEmbed(Id id) {
        return base + "/embed/recordings/" + id;
    }

    public String thumbnail(Id channel) {
        return base + "/live/" + channel + right + "/thumbnail.jpg";
    }

    /** An address below a recording. */
    public String recording(Id id, String name) {
        return base + "/recordings/" + id + right + "/" + name;
    }

    public String recordingPage(Id id) {
        return base + "/watch/recordings/" + id;
    }
}
