package io.rostrum.system;

/** What ffmpeg 8.0's WHIP muxer offers, with a certificate that nobody will see. */
final class WhipOffer {
    private WhipOffer() {}

    static String text() {
        return """
        v=0
        o=FFmpeg 4489045141692799359 2 IN IP4 127.0.0.1
        s=FFmpegPublishSession
        t=0 0
        a=group:BUNDLE 0 1
        a=extmap-allow-mixed
        a=msid-semantic: WMS
        m=audio 9 UDP/TLS/RTP/SAVPF 111
        c=IN IP4 0.0.0.0
        a=ice-ufrag:ab12cd34
        a=ice-pwd:0123456789abcdef0123456789abcdef
        a=fingerprint:sha-256 %s
        a=setup:passive
        a=mid:0
        a=sendonly
        a=msid:FFmpeg audio
        a=rtcp-mux
        a=rtpmap:111 opus/48000/2
        a=ssrc:1111 cname:FFmpeg
        a=ssrc:1111 msid:FFmpeg audio
        m=video 9 UDP/TLS/RTP/SAVPF 106
        c=IN IP4 0.0.0.0
        a=ice-ufrag:ab12cd34
        a=ice-pwd:0123456789abcdef0123456789abcdef
        a=fingerprint:sha-256 %s
        a=setup:passive
        a=mid:1
        a=sendonly
        a=msid:FFmpeg video
        a=rtcp-mux
        a=rtcp-rsize
        a=rtpmap:106 H264/90000
        a=fmtp:106 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f
        a=ssrc:2222 cname:FFmpeg
        a=ssrc:2222 msid:FFmpeg video
        """
                .formatted(fingerprint(), fingerprint())
                .replace("\n", "\r\n");
    }

    private static String fingerprint() {
        return "AB" + ":CD".repeat(31);
    }
}
