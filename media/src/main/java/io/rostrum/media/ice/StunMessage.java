package io.rostrum.media.ice;

import io.rostrum.media.buffer.Buffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A STUN message read in place: valid as long as its datagram is not released. RFC 8489.
 *
 * <p>Attributes behind MESSAGE-INTEGRITY are not authenticated and therefore not seen, but for
 * FINGERPRINT (section 14.5).
 */
public final class StunMessage {
    private final Buffer datagram;
    private final List<Integer> unknown = new ArrayList<>(0);
    private @Nullable String username;
    private @Nullable String software;
    private @Nullable InetSocketAddress mappedAddress;
    private int integrityAt = -1;
    private int errorCode;
    private long priority = -1;
    private boolean useCandidate;
    private boolean controlled;
    private boolean controlling;

    private StunMessage(Buffer datagram) {
        this.datagram = datagram;
    }

    /** The message, or null when the datagram is not a well-formed one. */
    public static @Nullable StunMessage read(Buffer datagram) {
        if (datagram.length() < Stun.HEADER
                || datagram.i32(Stun.COOKIE_AT) != Stun.COOKIE
                || datagram.u16(Stun.LENGTH_AT) + Stun.HEADER != datagram.length()
                || datagram.length() % 4 != 0
                || datagram.u16(Stun.TYPE_AT) > 0x3FFF) {
            return null;
        }
        StunMessage message = new StunMessage(datagram);
        return message.readAttributes() ? message : null;
    }

    private boolean readAttributes() {
        int at = Stun.HEADER;
        while (at < datagram.length()) {
            int type = datagram.u16(at);
            int length = datagram.u16(at + 2);
            int value = at + 4;
            if (value + Stun.padded(length) > datagram.length()) {
                return false;
            }
            if (type == Stun.FINGERPRINT) {
                return length == 4 && value + 4 == datagram.length() && fingerprintFits(at);
            }
            if (integrityAt < 0 && !readAttribute(type, at, value, length)) {
                return false;
            }
            at = value + Stun.padded(length);
        }
        return true;
    }

    private boolean fingerprintFits(int at) {
        int start = datagram.getOffset();
        return datagram.i32(at + 4)
                == StunCrypto.fingerprint(datagram.getBuffer(), start, start + at);
    }

    private boolean readAttribute(int type, int at, int value, int length) {
        switch (type) {
            case Stun.USERNAME -> username = text(value, length);
            case Stun.SOFTWARE -> software = text(value, length);
            case Stun.USE_CANDIDATE -> useCandidate = true;
            case Stun.ICE_CONTROLLED -> controlled = true;
            case Stun.ICE_CONTROLLING -> controlling = true;
            case Stun.MESSAGE_INTEGRITY -> {
                integrityAt = at;
                return length == Stun.INTEGRITY_LENGTH;
            }
            case Stun.PRIORITY -> {
                if (length != 4) {
                    return false;
                }
                priority = datagram.u32(value);
            }
            case Stun.ERROR_CODE -> {
                if (length < 4) {
                    return false;
                }
                errorCode = (datagram.u8(value + 2) & 7) * 100 + datagram.u8(value + 3);
            }
            case Stun.XOR_MAPPED_ADDRESS -> {
                mappedAddress = address(value, length);
                return mappedAddress != null;
            }
            default -> {
                if (!Stun.isKnown(type)) {
                    unknown.add(type);
                }
            }
        }
        return true;
    }

    private String text(int at, int length) {
        return new String(
                datagram.getBuffer(), datagram.getOffset() + at, length, StandardCharsets.UTF_8);
    }

    /** RFC 8489 section 14.2. */
    private @Nullable InetSocketAddress address(int at, int length) {
        boolean wide = length == 20 && datagram.u8(at + 1) == 2;
        if (!wide && (length != 8 || datagram.u8(at + 1) != 1)) {
            return null;
        }
        byte[] ip = datagram.bytes(at + 4, length - 4);
        for (int i = 0; i < ip.length; i++) {
            ip[i] = (byte) (ip[i] ^ datagram.u8(Stun.COOKIE_AT + i));
        }
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(ip), datagram.u16(at + 2) ^ Stun.COOKIE >>> 16);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are addresses", e);
        }
    }

    /** Whether MESSAGE-INTEGRITY is there and was made with this password. */
    public boolean isFrom(String password) {
        if (integrityAt < 0) {
            return false;
        }
        int start = datagram.getOffset();
        byte[] expected =
                StunCrypto.integrity(
                        password,
                        datagram.getBuffer(),
                        start,
                        start + integrityAt,
                        integrityAt - Stun.HEADER + Stun.INTEGRITY_SIZE);
        return MessageDigest.isEqual(
                expected, datagram.bytes(integrityAt + 4, Stun.INTEGRITY_LENGTH));
    }

    public boolean hasIntegrity() {
        return integrityAt >= 0;
    }

    public boolean isRequest() {
        return type() == Stun.BINDING_REQUEST;
    }

    public boolean isSuccess() {
        return type() == Stun.BINDING_SUCCESS;
    }

    public boolean isError() {
        return type() == Stun.BINDING_ERROR;
    }

    int type() {
        return datagram.u16(Stun.TYPE_AT);
    }

    /** A copy of the 96 bits that pair request and answer. */
    public byte[] transaction() {
        return datagram.bytes(Stun.TRANSACTION_AT, Stun.TRANSACTION_LENGTH);
    }

    boolean answers(byte[] request) {
        return Arrays.equals(transaction(), request);
    }

    public @Nullable String username() {
        return username;
    }

    /**
     * The half of USERNAME that is the receiver's own: what a shared port routes by. RFC 8445
     * section 7.2.2.
     */
    public @Nullable String receiverUfrag() {
        int colon = username == null ? -1 : username.indexOf(':');
        return username == null || colon < 0 ? null : username.substring(0, colon);
    }

    public @Nullable String software() {
        return software;
    }

    public @Nullable InetSocketAddress mappedAddress() {
        return mappedAddress;
    }

    /** 300 to 699, or 0 when there is none. */
    public int errorCode() {
        return errorCode;
    }

    /** PRIORITY, or -1 when there is none. */
    public long priority() {
        return priority;
    }

    public boolean useCandidate() {
        return useCandidate;
    }

    public boolean senderIsControlled() {
        return controlled;
    }

    public boolean senderIsControlling() {
        return controlling;
    }

    /** Attributes that had to be understood and are not. */
    List<Integer> unknown() {
        return unknown;
    }
}
