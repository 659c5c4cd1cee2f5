package io.rostrum.media.sdp;

/** Reads numbers of strangers. */
final class Numbers {
    private Numbers() {}

    static int within(String text, int low, int high, String what) throws SdpException {
        long number = parse(text, what);
        if (number < low || number > high) {
            throw new SdpException("not a " + what + ": " + number);
        }
        return (int) number;
    }

    /** 32 bits, as they are. */
    static int ssrc(String text) throws SdpException {
        long number = parse(text, "SSRC");
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw new SdpException("not an SSRC: " + number);
        }
        return (int) number;
    }

    private static long parse(String text, String what) throws SdpException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new SdpException("not a " + what);
        }
    }
}
