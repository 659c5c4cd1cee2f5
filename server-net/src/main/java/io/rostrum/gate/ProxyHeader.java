package io.rostrum.gate;

/**
 * In which header a trusted proxy says who asked.
 *
 * <p>One, and the operator says which: a proxy adds its word to one of them and passes the other on
 * as the client wrote it.
 */
public enum ProxyHeader {
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** RFC 7239. */
    FORWARDED("Forwarded");

    private final String header;

    ProxyHeader(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }

    /**
     * That of an option's value.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static ProxyHeader of(String option, String text) {
        for (ProxyHeader one : values()) {
            if (one.header.equalsIgnoreCase(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                option + " is X-Forwarded-For or Forwarded, not " + text);
    }
}
