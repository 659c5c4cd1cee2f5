package io.rostrum.protocol.feed;

/** The paths of the feed's doors; see docs/protocol.md "Feed". */
public final class FeedPaths {
    public static final String ROOT = "/feed/";

    private FeedPaths() {}

    public static String channel(Id channel) {
        return ROOT + channel;
    }

    public static String session(Id channel, Id session) {
        return channel(channel) + "/" + session;
    }

    public static String init(Id channel, Id session) {
        return session(channel, session) + "/init";
    }

    public static String segment(Id channel, Id session, long number) {
        return session(channel, session) + "/segments/" + number;
    }

    public static String end(Id channel, Id session) {
        return session(channel, session) + "/end";
    }
}
