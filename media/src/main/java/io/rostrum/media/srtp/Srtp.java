package io.rostrum.media.srtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.dtls.SrtpKeys;
import io.rostrum.media.dtls.SrtpProfile;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;

/** Protects and opens the packets of one peer, in place. RFC 3711, RFC 7714. */
public final class Srtp {
    /** What became of a packet from the network. */
    public enum Verdict {
        OPENED,
        /** Not made with the peer's keys. */
        FORGED,
        /** Seen before, or too old to tell. */
        REPLAYED,
        MALFORMED,
        /** A real one, of more sources than a peer has. */
        TOO_MANY_SOURCES
    }

    /** Sources of one peer and direction: cameras with layers and their RTX stay far below. */
    public static final int SOURCES_AT_MOST = 64;

    /** RFC 3550 section 5.1: fixed header. */
    private static final int RTP_HEADER = 12;

    private static final int RTP_SSRC_AT = 8;

    /** RFC 3550 section 6.4.1: what stays in the clear. */
    private static final int RTCP_HEADER = 8;

    private static final int RTCP_SSRC_AT = 4;

    /** RFC 3711 section 3.4. */
    private static final int RTCP_INDEX = 4;

    private static final Logger SILENT = new LoggerImpl("srtp", Level.OFF);

    static {
        // Unless told, the library measures all providers at first use, which takes 6 s.
        Aes.setFactoryClassName("org.jitsi.srtp.crypto.Aes$SunJCECipherFactory");
    }

    private final SrtpContextFactory in;
    private final SrtpContextFactory out;
    private final int tagLength;
    private final Map<Integer, SrtpCryptoContext> rtpIn = new HashMap<>();
    private final Map<Integer, SrtpCryptoContext> rtpOut = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpIn = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpOut = new HashMap<>();

    public Srtp(SrtpKeys keys) {
        in = factory(false, keys.in(), keys.profile());
        out = factory(true, keys.out(), keys.profile());
        tagLength = keys.profile().tagLength();
    }

    private static SrtpContextFactory factory(
            boolean sender, SrtpKeys.Master master, SrtpProfile profile) {
        return new SrtpContextFactory(
                sender, master.key(), master.salt(), policy(profile), policy(profile), SILENT);
    }

    private static SrtpPolicy policy(SrtpProfile profile) {
        int cipher = SrtpPolicy.AESGCM_ENCRYPTION;
        int authentication = SrtpPolicy.NULL_AUTHENTICATION;
        int authenticationKey = 0;
        if (profile == SrtpProfile.AES128_CM_SHA1_80) {
            cipher = SrtpPolicy.AESCM_ENCRYPTION;
            authentication = SrtpPolicy.HMACSHA1_AUTHENTICATION;
            authenticationKey = 20;
        }
        return new SrtpPolicy(
                cipher,
                profile.keyLength(),
                authentication,
                authenticationKey,
                profile.tagLength(),
                profile.saltLength());
    }

    /** Opens an SRTP packet; unless the verdict is OPENED its content is undefined. */
    public Verdict openRtp(Buffer packet) {
        if (!isWholeRtp(packet)) {
            return Verdict.MALFORMED;
        }
        int ssrc = packet.i32(RTP_SSRC_AT);
        SrtpCryptoContext known = rtpIn.get(ssrc);
        try {
            SrtpCryptoContext context = known == null ? in.deriveContext(ssrc, 0) : known;
            Verdict verdict = verdict(context.reverseTransformPacket(packet, false));
            return known == null ? admit(rtpIn, ssrc, context, verdict) : verdict;
        } catch (GeneralSecurityException e) {
            return Verdict.MALFORMED;
        }
    }

    /** Opens an SRTCP compound; unless the verdict is OPENED its content is undefined. */
    public Verdict openRtcp(Buffer compound) {
        if (compound.length() < RTCP_HEADER + RTCP_INDEX + tagLength || compound.u8(0) >> 6 != 2) {
            return Verdict.MALFORMED;
        }
        int ssrc = compound.i32(RTCP_SSRC_AT);
        SrtcpCryptoContext known = rtcpIn.get(ssrc);
        try {
            SrtcpCryptoContext context = known == null ? in.deriveControlContext(ssrc) : known;
            Verdict verdict = verdict(context.reverseTransformPacket(compound));
            return known == null ? admit(rtcpIn, ssrc, context, verdict) : verdict;
        } catch (GeneralSecurityException e) {
            return Verdict.MALFORMED;
        }
    }

    /** Only who has the keys gets a context kept, so that strangers cannot fill the memory. */
    private static <T> Verdict admit(
            Map<Integer, T> contexts, int ssrc, T context, Verdict verdict) {
        if (verdict != Verdict.OPENED) {
            return verdict;
        }
        if (contexts.size() >= SOURCES_AT_MOST) {
            return Verdict.TOO_MANY_SOURCES;
        }
        contexts.put(ssrc, context);
        return verdict;
    }

    /** Whether CSRCs, extension and tag fit into the packet. RFC 3550 sections 5.1 and 5.3.1. */
    private boolean isWholeRtp(Buffer packet) {
        if (packet.length() < RTP_HEADER + tagLength || packet.u8(0) >> 6 != 2) {
            return false;
        }
        int header = RTP_HEADER + 4 * (packet.u8(0) & 0x0F);
        if ((packet.u8(0) & 0x10) != 0) {
            if (packet.length() < header + 4 + tagLength) {
                return false;
            }
            header += 4 + 4 * packet.u16(header + 2);
        }
        return packet.length() >= header + tagLength;
    }

    private static Verdict verdict(SrtpErrorStatus status) {
        return switch (status) {
            case OK -> Verdict.OPENED;
            case AUTH_FAIL -> Verdict.FORGED;
            case REPLAY_FAIL, REPLAY_OLD -> Verdict.REPLAYED;
            case FAIL, INVALID_PACKET -> Verdict.MALFORMED;
        };
    }

    /** Protects an RTP packet; false when it cannot be. */
    public boolean protectRtp(Buffer packet) {
        int ssrc = packet.i32(RTP_SSRC_AT);
        try {
            SrtpCryptoContext context = rtpOut.get(ssrc);
            if (context == null) {
                context = out.deriveContext(ssrc, 0);
                rtpOut.put(ssrc, context);
            }
            return context.transformPacket(packet) == SrtpErrorStatus.OK;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Protects an RTCP compound; false when it cannot be. */
    public boolean protectRtcp(Buffer compound) {
        int ssrc = compound.i32(RTCP_SSRC_AT);
        try {
            SrtcpCryptoContext context = rtcpOut.get(ssrc);
            if (context == null) {
                context = out.deriveControlContext(ssrc);
                rtcpOut.put(ssrc, context);
            }
            return context.transformPacket(compound) == SrtpErrorStatus.OK;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
