package io.rostrum.load.peer;

/** The three lines of a participant's connection, by their place in the offer. */
final class Lines {
    static final String AUDIO_MID = "0";
    static final String VIDEO_UP_MID = "1";

    static final int OPUS = 111;
    static final int H264 = 102;
    static final int H264_RTX = 103;

    /** Ids that the offer gives to header extensions. */
    static final int AUDIO_LEVEL_ID = 1;

    static final int TRANSPORT_SEQUENCE_ID = 3;
    static final int MID_ID = 4;

    private Lines() {}
}
