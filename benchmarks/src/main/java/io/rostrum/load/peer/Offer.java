package io.rostrum.load.peer;

import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.Extension;
import java.util.random.RandomGenerator;

/** What a participant offers: sound both ways, a picture up, a picture down (RFC 9429). */
record Offer(
        IceCredentials ice, Fingerprint fingerprint, int audioSsrc, int videoSsrc, int rtxSsrc) {
    static Offer of(IceCredentials ice, Fingerprint fingerprint, RandomGenerator random) {
        int first = random.nextInt(1, Integer.MAX_VALUE - 2);
        return new Offer(ice, fingerprint, first, first + 1, first + 2);
    }

    String sdp() {
        String session =
                """
                v=0
                o=- 1 1 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE 0 1 2
                a=msid-semantic: WMS *
                """;
        return (session + audio() + videoUp() + videoDown()).replace("\n", "\r\n");
    }

    private String audio() {
        return line("audio", "111", "0", "sendrecv")
                + """
                a=rtpmap:111 opus/48000/2
                a=fmtp:111 minptime=10;useinbandfec=1
                a=extmap:%d %s
                a=msid:s a
                a=ssrc:%s cname:synthetic
                """
                        .formatted(
                                Lines.AUDIO_LEVEL_ID,
                                Extension.AUDIO_LEVEL.uri(),
                                Integer.toUnsignedString(audioSsrc));
    }

    private String videoUp() {
        String primary = Integer.toUnsignedString(videoSsrc);
        String rtx = Integer.toUnsignedString(rtxSsrc);
        return line("video", "102 103", "1", "sendonly")
                + H264
                + """
                a=msid:s v
                a=ssrc-group:FID %s %s
                a=ssrc:%s cname:synthetic
                a=ssrc:%s cname:synthetic
                """
                        .formatted(primary, rtx, primary, rtx);
    }

    private static final String H264 =
            """
            a=rtpmap:102 H264/90000
            a=rtcp-fb:102 transport-cc
            a=rtcp-fb:102 ccm fir
            a=rtcp-fb:102 nack
            a=rtcp-fb:102 nack pli
            a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
            a=rtpmap:103 rtx/90000
            a=fmtp:103 apt=102
            """;

    private String videoDown() {
        return line("video", "102 103", "2", "recvonly") + H264;
    }

    private String line(String kind, String types, String mid, String direction) {
        return """
        m=%s 9 UDP/TLS/RTP/SAVPF %s
        c=IN IP4 0.0.0.0
        a=rtcp:9 IN IP4 0.0.0.0
        a=ice-ufrag:%s
        a=ice-pwd:%s
        a=fingerprint:%s
        a=setup:actpass
        a=mid:%s
        a=%s
        a=rtcp-mux
        a=rtcp-rsize
        a=extmap:%d %s
        a=extmap:%d %s
        """
                .formatted(
                        kind,
                        types,
                        ice.ufrag(),
                        ice.password(),
                        fingerprint,
                        mid,
                        direction,
                        Lines.TRANSPORT_SEQUENCE_ID,
                        Extension.TRANSPORT_SEQUENCE.uri(),
                        Lines.MID_ID,
                        Extension.MID.uri());
    }
}
