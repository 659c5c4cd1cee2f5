package io.rostrum.protocol.cmaf;

import java.util.HexFormat;

/** What the init says of one track. */
public sealed interface Track permits Track.Video, Track.Aac, Track.Opus {
    /** The id in {@code tkhd} and {@code tfhd}; the feed uses 1 video, 2 AAC, 3 Opus. */
    int id();

    /** Units of time per second. */
    int timescale();

    /** How RFC 6381 names the codec, as in the CODECS attribute of a playlist. */
    String codec();

    /**
     * H.264 as avc3: parameter sets in band, those of the init are only the first source's.
     *
     * @param config of the first source
     */
    record Video(int id, int timescale, AvcConfig config) implements Track {
        public static final int TIMESCALE = 90000;

        public Video {
            check(id, timescale);
        }

        public Video(int id, AvcConfig config) {
            this(id, TIMESCALE, config);
        }

        @Override
        public String codec() {
            return "avc3." + config.profile();
        }
    }

    /**
     * AAC, raw frames.
     *
     * @param timescale the sampling rate
     * @param config AudioSpecificConfig (ISO/IEC 14496-3 section 1.6.2.1)
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Aac(int id, int timescale, int channels, byte[] config) implements Track {
        private static final String LC_48000_STEREO = "1190";

        public Aac {
            check(id, timescale);
            if (timescale > 0xFFFF || channels < 1 || channels > 255) {
                throw new IllegalArgumentException("sampling rate or channels out of range");
            }
            if (config.length < 2 || config.length > 64) {
                throw new IllegalArgumentException("AudioSpecificConfig of odd length");
            }
        }

        /** AAC-LC, 48 kHz, stereo: the one of the feed. */
        public static Aac stereo(int id) {
            return new Aac(id, 48000, 2, HexFormat.of().parseHex(LC_48000_STEREO));
        }

        @Override
        public String codec() {
            return "mp4a.40." + (config[0] >> 3 & 0x1F);
        }
    }

    /**
     * Opus in ISO BMFF, always 48000.
     *
     * @param preSkip samples that a decoder throws away at its start
     */
    record Opus(int id, int channels, int preSkip) implements Track {
        /** The lookahead of libopus at 48 kHz, in samples. */
        public static final int LOOKAHEAD = 312;

        public Opus {
            check(id, 48000);
            if (channels < 1 || channels > 2 || preSkip < 0 || preSkip > 0xFFFF) {
                throw new IllegalArgumentException("channels or pre-skip out of range");
            }
        }

        public static Opus stereo(int id) {
            return new Opus(id, 2, LOOKAHEAD);
        }

        @Override
        public int timescale() {
            return 48000;
        }

        @Override
        public String codec() {
            return "opus";
        }
    }

    private static void check(int id, int timescale) {
        if (id < 1 || timescale < 1) {
            throw new IllegalArgumentException("track " + id + ", time scale " + timescale);
        }
    }
}
