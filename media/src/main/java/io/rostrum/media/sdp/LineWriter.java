package io.rostrum.media.sdp;

import io.rostrum.media.ice.IceCredentials;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes one media line of ours. */
final class LineWriter {
    /** RFC 8445 section 5.1.2.1: host candidates. */
    private static final long HOST_PRIORITY = 126L << 24;

    private final List<Sdp.Attribute> attributes = new ArrayList<>();

    /**
     * @param reducedSize whether both sides take RTCP that is no compound, RFC 5506 section 5
     */
    static Sdp.Media write(
            MediaLine line, String protocol, LocalEnd end, String setup, boolean reducedSize) {
        LineWriter writer = new LineWriter();
        writer.security(end, setup);
        writer.addresses(end);
        writer.media(line, end, reducedSize);
        return new Sdp.Media(
                line.kind().word(), 9, protocol, writer.formats(line), writer.attributes);
    }

    /** A line that we have no use for. RFC 9429 section 5.3.1. */
    static Sdp.Media reject(Sdp.Media offered, String mid) {
        List<Sdp.Attribute> attributes = new ArrayList<>();
        if (!mid.isEmpty()) {
            attributes.add(new Sdp.Attribute("mid", mid));
        }
        attributes.add(new Sdp.Attribute("inactive", ""));
        return new Sdp.Media(offered.kind(), 0, offered.protocol(), offered.formats(), attributes);
    }

    private void security(LocalEnd end, String setup) {
        IceCredentials ice = end.ice();
        add("ice-ufrag", ice.ufrag());
        add("ice-pwd", ice.password());
        add("fingerprint", end.fingerprint().toString());
        add("setup", setup);
    }

    private void addresses(LocalEnd end) {
        long localPreference = 65535;
        for (InetSocketAddress address : end.addresses()) {
            String host = address.getAddress().getHostAddress().split("%", 2)[0];
            long priority = HOST_PRIORITY | localPreference << 8 | 255;
            add(
                    "candidate",
                    "%d 1 udp %d %s %d typ host"
                            .formatted(65536 - localPreference, priority, host, address.getPort()));
            localPreference--;
        }
        if (!end.addresses().isEmpty()) {
            flag("end-of-candidates");
        }
    }

    private void media(MediaLine line, LocalEnd end, boolean reducedSize) {
        add("mid", line.mid());
        flag("rtcp-mux");
        if (reducedSize) {
            flag("rtcp-rsize");
        }
        flag(line.direction().word());
        new TreeMap<>(line.extensions())
                .forEach((extension, id) -> add("extmap", id + " " + extension.uri()));
        line.codecs().forEach(this::codec);
        MediaLine.Stream outgoing = line.outgoing();
        if (outgoing != null) {
            add("msid", end.name() + " " + end.name() + "-" + line.mid());
            sources(outgoing, end.name());
        }
    }

    private void codec(Codec codec) {
        int type = codec.payloadType();
        add("rtpmap", type + " " + codec.format().map());
        codec.feedback().stream()
                .sorted()
                .forEach(feedback -> add("rtcp-fb", type + " " + feedback.words()));
        if (!codec.parameters().isEmpty()) {
            List<String> pairs = new ArrayList<>();
            new TreeMap<>(codec.parameters()).forEach((name, v) -> pairs.add(name + "=" + v));
            add("fmtp", type + " " + String.join(";", pairs));
        }
        codec.rtx()
                .ifPresent(rtx -> {
                    add("rtpmap", rtx + " rtx/90000");
                    add("fmtp", rtx + " apt=" + type);
                });
    }

    /** The primary first: browsers take the first for it, whatever the group says. */
    private void sources(MediaLine.Stream stream, String name) {
        String primary = Integer.toUnsignedString(stream.ssrc());
        if (stream.rtx().isPresent()) {
            String rtx = Integer.toUnsignedString(stream.rtx().getAsInt());
            add("ssrc-group", "FID " + primary + " " + rtx);
            add("ssrc", primary + " cname:" + name);
            add("ssrc", rtx + " cname:" + name);
        } else {
            add("ssrc", primary + " cname:" + name);
        }
    }

    private List<String> formats(MediaLine line) {
        List<String> formats = new ArrayList<>();
        for (Codec codec : line.codecs()) {
            formats.add(Integer.toString(codec.payloadType()));
            codec.rtx().ifPresent(rtx -> formats.add(Integer.toString(rtx)));
        }
        return formats;
    }

    private void add(String name, String value) {
        attributes.add(new Sdp.Attribute(name, value));
    }

    private void flag(String name) {
        add(name, "");
    }
}
