package io.rostrum.media.sdp;

/** What a media line carries. RFC 8866 section 5.14. */
public enum Kind {
    AUDIO("audio"),
    VIDEO("video"),
    /** Data channels and whatever else we have no use for. */
    OTHER("");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    static Kind of(String word) {
        return word.equals("audio") ? AUDIO : word.equals("video") ? VIDEO : OTHER;
    }

    String word() {
        return word;
    }
}
