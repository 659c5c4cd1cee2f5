package io.rostrum.media.sdp;

import java.util.Optional;

/** What RTCP may ask for. RFC 4585 section 4.2, RFC 5104 section 7.1. */
public enum Feedback {
    TRANSPORT_CC("transport-cc"),
    NACK("nack"),
    PLI("nack pli"),
    FIR("ccm fir");

    private final String words;

    Feedback(String words) {
        this.words = words;
    }

    static Optional<Feedback> of(String words) {
        for (Feedback feedback : values()) {
            if (feedback.words.equals(words)) {
                return Optional.of(feedback);
            }
        }
        return Optional.empty();
    }

    String words() {
        return words;
    }
}
