package io.rostrum.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The structure of a description: lines as they stand, without what they mean. RFC 8866. */
final class Sdp {
    /** The longest of browsers have about 20 kB. */
    private static final int LENGTH_AT_MOST = 64 * 1024;

    private static final int LINES_AT_MOST = 2048;

    /** There are 128 payload types. RFC 3550 section 5.1. */
    private static final int FORMATS_AT_MOST = 128;

    private Sdp() {}

    /**
     * An {@code a=} line.
     *
     * @param value empty for a flag
     */
    record Attribute(String name, String value) {
        static Attribute parse(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Attribute(text, "")
                    : new Attribute(text.substring(0, colon), text.substring(colon + 1).strip());
        }

        String line() {
            return value.isEmpty() ? "a=" + name : "a=" + name + ":" + value;
        }
    }

    /** Attributes, of the session or of one media line. */
    interface Section {
        List<Attribute> attributes();

        default Stream<String> all(String name) {
            return attributes().stream().filter(a -> a.name().equals(name)).map(Attribute::value);
        }

        default Optional<String> first(String name) {
            return all(name).findFirst();
        }

        default boolean has(String name) {
            return first(name).isPresent();
        }
    }

    /** An {@code m=} line with what follows it. */
    record Media(
            String kind,
            int port,
            String protocol,
            List<String> formats,
            List<Attribute> attributes)
            implements Section {
        Media {
            formats = List.copyOf(formats);
            attributes = List.copyOf(attributes);
        }

        /** What follows {@code m=}; attributes come later. */
        static Media parse(String text) throws SdpException {
            List<String> fields = List.of(text.strip().split(" +"));
            if (fields.size() < 4) {
                throw new SdpException("a media line is not whole: m=" + shortened(text));
            }
            if (fields.size() > 3 + FORMATS_AT_MOST) {
                throw new SdpException("a media line names too many formats");
            }
            return new Media(
                    fields.get(0),
                    Numbers.within(fields.get(1).split("/", 2)[0], 0, 65535, "port"),
                    fields.get(2),
                    fields.subList(3, fields.size()),
                    List.of());
        }

        Media with(List<Attribute> those) {
            return new Media(kind, port, protocol, formats, those);
        }
    }

    /** A whole description. */
    record Session(List<Attribute> attributes, List<Media> media) implements Section {
        Session {
            attributes = List.copyOf(attributes);
            media = List.copyOf(media);
        }

        /**
         * Reads any text; only lines {@code m=} and {@code a=} matter.
         *
         * @throws SdpException and nothing else when it is no description
         */
        static Session parse(String text) throws SdpException {
            if (text.length() > LENGTH_AT_MOST) {
                throw new SdpException("the description is too long");
            }
            List<String> lines = text.lines().limit(LINES_AT_MOST + 1L).toList();
            if (lines.isEmpty() || !lines.getFirst().startsWith("v=0")) {
                throw new SdpException("the description does not begin with v=0");
            }
            if (lines.size() > LINES_AT_MOST) {
                throw new SdpException("the description has too many lines");
            }
            return new Reader().read(lines);
        }

        String write(String id) {
            StringBuilder text =
                    new StringBuilder("v=0\r\no=- ")
                            .append(id)
                            .append(" 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
            attributes.forEach(attribute -> text.append(attribute.line()).append("\r\n"));
            for (Media line : media) {
                text.append("m=").append(line.kind()).append(' ').append(line.port());
                text.append(' ').append(line.protocol()).append(' ');
                text.append(String.join(" ", line.formats())).append("\r\nc=IN IP4 0.0.0.0\r\n");
                line.attributes().forEach(a -> text.append(a.line()).append("\r\n"));
            }
            return text.toString();
        }
    }

    private static final class Reader {
        private final List<Attribute> session = new ArrayList<>();
        private final List<Media> media = new ArrayList<>();
        private List<Attribute> current = session;
        private @Nullable Media open;

        Session read(List<String> lines) throws SdpException {
            for (String line : lines) {
                if (line.startsWith("a=")) {
                    current.add(Attribute.parse(line.substring(2)));
                } else if (line.startsWith("m=")) {
                    finish();
                    open = Media.parse(line.substring(2));
                    current = new ArrayList<>();
                }
            }
            finish();
            return new Session(session, media);
        }

        private void finish() {
            if (open != null) {
                media.add(open.with(current));
            }
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
