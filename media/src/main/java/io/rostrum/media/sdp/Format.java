package io.rostrum.media.sdp;

import java.util.Optional;

/** The codecs that we take. */
public enum Format {
    OPUS(Kind.AUDIO, "opus", "opus/48000/2"),
    H264(Kind.VIDEO, "h264", "H264/90000"),
    VP8(Kind.VIDEO, "vp8", "VP8/90000");

    private final Kind kind;
    private final String name;
    private final String map;

    Format(Kind kind, String name, String map) {
        this.kind = kind;
        this.name = name;
        this.map = map;
    }

    static Optional<Format> of(Kind kind, String name) {
        for (Format format : values()) {
            if (format.kind == kind && format.name.equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public Kind kind() {
        return kind;
    }

    /** As it stands in {@code a=rtpmap}. */
    String map() {
        return map;
    }
}
