package io.rostrum.streaming.guide;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** News of the station: RSS 2.0, what comes and what was. */
final class Rss {
    static final String TYPE = "application/rss+xml; charset=utf-8";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final XMLStreamWriter out;

    private Rss(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] write(String base, List<Slot> slots) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newInstance()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new Rss(out).document(base, slots);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("RSS cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void document(String base, List<Slot> slots) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("rss");
        out.writeAttribute("version", "2.0");
        out.writeNamespace("atom", "http://www.w3.org/2005/Atom");
        out.writeStartElement("channel");
        element("title", "Rostrum");
        element("link", base + "/");
        element("description", "What comes and what was.");
        out.writeEmptyElement("atom", "link", "http://www.w3.org/2005/Atom");
        out.writeAttribute("rel", "self");
        out.writeAttribute("type", "application/rss+xml");
        out.writeAttribute("href", base + "/feed.rss");
        for (Slot slot : slots) {
            item(slot);
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void item(Slot slot) throws XMLStreamException {
        boolean coming = slot.kind() == Slot.Kind.COMING;
        out.writeStartElement("item");
        element("title", coming ? "Coming: " + slot.name() : slot.name());
        element("link", slot.page());
        element("description", html(slot, coming));
        element("category", slot.kind().word());
        out.writeStartElement("guid");
        out.writeAttribute("isPermaLink", "false");
        out.writeCharacters(slot.kind() + "-" + slot.id());
        out.writeEndElement();
        element("pubDate", TIME.format(coming ? slot.changedAt() : slot.until()));
        out.writeEndElement();
    }

    /** Readers show a description as HTML. */
    private static String html(Slot slot, boolean coming) {
        String when = coming ? "Starts " + TIME.format(slot.from()) + ". " : "";
        String host = slot.host().isEmpty() ? "" : "Host: " + slot.host() + ". ";
        return escaped(when + host + slot.description()).replace("\n", "<br>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void element(String name, String words) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(words);
        out.writeEndElement();
    }
}
