package io.rostrum.media.sdp;

import java.util.Optional;

/** Header extensions that we know. */
public enum Extension {
    /** RFC 9143 section 15: which line a packet belongs to. */
    MID("urn:ietf:params:rtp-hdrext:sdes:mid"),
    /** RFC 6464: how loud, without decoding. */
    AUDIO_LEVEL("urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
    ABS_SEND_TIME("http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"),
    /** draft-holmer-rmcat-transport-wide-cc-extensions-01. */
    TRANSPORT_CC("http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"),
    /** RFC 8852: which layer. */
    RID("urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"),
    /** RFC 8852: which layer is repaired. */
    REPAIRED_RID("urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id");

    private final String uri;

    Extension(String uri) {
        this.uri = uri;
    }

    static Optional<Extension> of(String uri) {
        for (Extension extension : values()) {
            if (extension.uri.equals(uri)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    public String uri() {
        return uri;
    }
}
