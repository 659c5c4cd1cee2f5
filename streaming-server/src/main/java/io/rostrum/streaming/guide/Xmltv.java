package io.rostrum.streaming.guide;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The guide for TV boxes: XMLTV, as its DTD has it (xmltv.dtd 1.2). */
final class Xmltv {
    static final String TYPE = "application/xml; charset=utf-8";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss '+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final XMLStreamWriter out;

    private Xmltv(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * @param slots in any order; the first of a channel names it
     */
    static byte[] write(String site, List<Slot> slots) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newInstance()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new Xmltv(out).document(site, slots);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XMLTV cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void document(String site, List<Slot> slots) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeDTD("<!DOCTYPE tv SYSTEM \"xmltv.dtd\">");
        out.writeStartElement("tv");
        out.writeAttribute("source-info-url", site);
        out.writeAttribute("generator-info-name", "Rostrum");
        Map<String, Slot> channels = new LinkedHashMap<>();
        slots.forEach(slot -> channels.putIfAbsent(slot.channel().text(), slot));
        for (Slot first : channels.values()) {
            channel(first);
        }
        for (Slot slot : slots) {
            programme(slot);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void channel(Slot first) throws XMLStreamException {
        out.writeStartElement("channel");
        out.writeAttribute("id", first.channel().text());
        element("display-name", first.host().isEmpty() ? first.channel().text() : first.host());
        icon(first.picture());
        out.writeEndElement();
    }

    private void programme(Slot slot) throws XMLStreamException {
        out.writeStartElement("programme");
        out.writeAttribute("start", time(slot.from()));
        out.writeAttribute("stop", time(slot.until()));
        out.writeAttribute("channel", slot.channel().text());
        element("title", slot.name());
        if (!slot.description().isEmpty()) {
            element("desc", slot.description());
        }
        if (!slot.host().isEmpty()) {
            out.writeStartElement("credits");
            element("presenter", slot.host());
            out.writeEndElement();
        }
        element("date", DAY.format(slot.from()));
        icon(slot.picture());
        element("url", slot.page());
        out.writeEndElement();
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private void icon(@Nullable String picture) throws XMLStreamException {
        if (picture != null) {
            out.writeEmptyElement("icon");
            out.writeAttribute("src", picture);
        }
    }

    private void element(String name, String words) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(words);
        out.writeEndElement();
    }
}
