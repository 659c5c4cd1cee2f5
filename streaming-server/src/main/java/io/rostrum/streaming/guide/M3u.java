package io.rostrum.streaming.guide;

import java.util.List;

/**
 * A list of streams for VLC, Kodi and TV boxes: M3U with the attributes that IPTV players read.
 *
 * <p>The format knows no escape: what could end a line, an attribute or the list of attributes is
 * replaced.
 */
final class M3u {
    static final String TYPE = "audio/x-mpegurl; charset=utf-8";

    private M3u() {}

    /**
     * @param slots those without a stream are left out
     */
    static String write(String guide, List<Slot> slots) {
        StringBuilder out = new StringBuilder("#EXTM3U");
        attribute(out, "url-tvg", guide);
        attribute(out, "x-tvg-url", guide);
        out.append('\n');
        for (Slot slot : slots) {
            if (slot.stream() != null) {
                entry(out, slot, slot.stream());
            }
        }
        return out.toString();
    }

    private static void entry(StringBuilder out, Slot slot, String stream) {
        boolean was = slot.kind() == Slot.Kind.WAS;
        out.append("#EXTINF:").append(was ? slot.seconds() : -1);
        attribute(out, "tvg-id", slot.channel().text());
        attribute(out, "tvg-name", slot.name());
        if (slot.picture() != null) {
            attribute(out, "tvg-logo", slot.picture());
        }
        attribute(out, "group-title", slot.kind().word());
        if (was) {
            attribute(out, "media", "true");
        }
        out.append(',').append(slot.name()).append('\n').append(stream).append('\n');
    }

    /** Some players look for the first comma, wherever it stands, to find the title. */
    private static void attribute(StringBuilder out, String name, String value) {
        String safe = Plain.line(value).replace('"', '\'').replace(',', ' ');
        out.append(' ').append(name).append("=\"").append(safe).append('"');
    }
}
