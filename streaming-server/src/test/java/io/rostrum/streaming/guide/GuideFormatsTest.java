package io.rostrum.streaming.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.Id;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** XMLTV and M3U as their readers take them, whatever a title says. */
class GuideFormatsTest {
    private static final String SITE = "http://tv.example.org/";

    /** Debian's xmltv-util; where it is installed, its own grammar judges too. */
    private static final Path REAL = Path.of("/usr/share/xmltv/xmltv.dtd");

    static Stream<Hostile> hostile() {
        return Hostile.all();
    }

    private static Slot slot(Slot.Kind kind, String title) {
        return new Slot(
                kind,
                "s1",
                new Id("r1"),
                title,
                "Ana",
                title,
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-20T11:30:00Z"),
                Instant.parse("2026-11-19T00:00:00Z"),
                2,
                SITE + "watch/r1",
                SITE + "live/r1/master.m3u8",
                SITE + "live/r1/thumbnail.jpg");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aTvGuideShowsTheTitleAndIsValid(Hostile title) throws Exception {
        Document document = valid(List.of(slot(Slot.Kind.NOW, title.title())));
        assertThat(text(document, "title")).isEqualTo(title.shown());
        Element programme = (Element) document.getElementsByTagName("programme").item(0);
        assertThat(programme.getAttribute("start")).isEqualTo("20261120100000 +0000");
        assertThat(programme.getAttribute("stop")).isEqualTo("20261120113000 +0000");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aPlayerListHasOneEntryOfTwoLinesWhateverTheTitle(Hostile title) {
        String list = M3u.write(SITE + "guide.xml", List.of(slot(Slot.Kind.NOW, title.title())));
        List<String> lines = list.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("#EXTINF:-1 tvg-id=\"r1\" tvg-name=\"");
        String afterAttributes = lines.get(1).substring(lines.get(1).indexOf(','));
        assertThat(afterAttributes).isEqualTo("," + title.shown());
        assertThat(
                        lines.get(1).chars().filter(c -> c == '"').count()
                                - title.shown().chars().filter(c -> c == '"').count())
                .isEqualTo(8);
        assertThat(lines.get(2)).isEqualTo(SITE + "live/r1/master.m3u8");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aCalendarKeepsTheTitleAndItsLinesShort(Hostile title) throws Exception {
        String text =
                CalendarOfPrograms.write(SITE, List.of(slot(Slot.Kind.COMING, title.title())));
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n");
        }
        VEvent event =
                new CalendarBuilder()
                        .build(new StringReader(text))
                        .<VEvent>getComponents("VEVENT")
                        .getFirst();
        assertThat(event.getSummary().orElseThrow().getValue()).isEqualTo(title.shown());
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("s1@tv.example.org");
        assertThat(text).contains("DTSTART:20261120T100000Z", "DTEND:20261120T113000Z");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFeedShowsTheTitleAndNoDescriptionIsMarkup(Hostile title) throws Exception {
        byte[] rss =
                Rss.write("http://tv.example.org", List.of(slot(Slot.Kind.WAS, title.title())));
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(rss));
        assertThat(document.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo(title.shown());
        assertThat(document.getElementsByTagName("description").item(1).getTextContent())
                .doesNotContain("<script", "<x", "<!--");
    }

    @Test
    void aGuideOfManyNamesEachChannelOnce() throws Exception {
        Document document = valid(List.of(slot(Slot.Kind.NOW, "now"), slot(Slot.Kind.WAS, "then")));
        assertThat(document.getElementsByTagName("channel").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("programme").getLength()).isEqualTo(2);
        assertThat(text(document, "display-name")).isEqualTo("Ana");
        assertThat(valid(List.of()).getDocumentElement().getTagName()).isEqualTo("tv");
    }

    @Test
    void aRecordingInAPlayerListHasItsLength() {
        String list = M3u.write(SITE, List.of(slot(Slot.Kind.WAS, "then")));
        assertThat(list)
                .contains("#EXTINF:5400 ", "group-title=\"Recordings\" media=\"true\",then\n");
    }

    private static String text(Document document, String tag) {
        return document.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static Document valid(List<Slot> slots) throws Exception {
        byte[] xml = Xmltv.write(SITE, slots);
        if (Files.exists(REAL)) {
            parse(xml, Files.newInputStream(REAL));
        }
        return parse(
                xml,
                Objects.requireNonNull(GuideFormatsTest.class.getResourceAsStream("xmltv.dtd")));
    }

    private static Document parse(byte[] xml, InputStream grammar) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(grammar));
        builder.setErrorHandler(new Strict());
        try (grammar) {
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXParseException e) {
            throw new AssertionError(new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
