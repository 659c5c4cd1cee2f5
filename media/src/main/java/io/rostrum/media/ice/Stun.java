package io.rostrum.media.ice;

/** Numbers of STUN. RFC 8489 sections 5, 14 and 18; RFC 8445 section 16.1. */
final class Stun {
    static final int TYPE_AT = 0;
    static final int LENGTH_AT = 2;
    static final int COOKIE_AT = 4;
    static final int TRANSACTION_AT = 8;
    static final int HEADER = 20;
    static final int TRANSACTION_LENGTH = 12;
    static final int COOKIE = 0x2112A442;

    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_INDICATION = 0x0011;
    static final int BINDING_SUCCESS = 0x0101;
    static final int BINDING_ERROR = 0x0111;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int UNKNOWN_ATTRIBUTES = 0x000A;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int SOFTWARE = 0x8022;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802A;

    static final int INTEGRITY_LENGTH = 20;
    static final int INTEGRITY_SIZE = 4 + INTEGRITY_LENGTH;
    static final int FINGERPRINT_SIZE = 8;

    private Stun() {}

    /** Attributes below 0x8000 must be understood or refused. RFC 8489 section 14. */
    static boolean isKnown(int attribute) {
        return switch (attribute) {
            case USERNAME,
                    MESSAGE_INTEGRITY,
                    ERROR_CODE,
                    UNKNOWN_ATTRIBUTES,
                    XOR_MAPPED_ADDRESS,
                    PRIORITY,
                    USE_CANDIDATE ->
                    true;
            default -> attribute >= 0x8000;
        };
    }

    static int padded(int length) {
        return length + 3 & ~3;
    }
}
