package io.rostrum.streaming.captions;

import io.rostrum.protocol.text.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes WebVTT (W3C Candidate Recommendation of 2019, section 4 the syntax).
 *
 * <p>What is read is refused where it breaks the syntax, rather than half shown. Of what it may
 * hold the words and their times are kept; styles, regions, places and tags are left out.
 */
final class WebVtt {
    /** A cue each second of five hours. */
    static final int MOST_CUES = 18_000;

    static final int LONGEST_TEXT = 2_000;

    /** Hours have two digits or more; no program lasts a thousand. */
    private static final String STAMP = "((?:\\d{2,3}:)?[0-5]\\d:[0-5]\\d\\.\\d{3})";

    private static final Pattern TIMES =
            Pattern.compile(STAMP + "[ \\t]+-->[ \\t]+" + STAMP + "(?:[ \\t]+.*)?");

    private static final String ARROW = "-->";

    private final List<Cue> cues = new ArrayList<>();
    private final List<String> lines;
    private int at;

    /** What is wrong with a text, in words for who wrote it. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }

    private WebVtt(List<String> lines) {
        this.lines = lines;
    }

    /**
     * The cues of a file, in the order of their beginnings.
     *
     * @throws Malformed where it is no WebVTT, or more than is taken
     */
    static List<Cue> read(byte[] file) throws Malformed {
        WebVtt vtt = new WebVtt(lines(decoded(file)));
        vtt.header();
        while (vtt.at < vtt.lines.size()) {
            vtt.block();
        }
        return List.copyOf(vtt.cues);
    }

    private static String decoded(byte[] file) throws Malformed {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Malformed("It is not written in UTF-8.");
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    }

    private void header() throws Malformed {
        String first = lines.getFirst();
        if (!first.equals("WEBVTT")
                && !first.startsWith("WEBVTT ")
                && !first.startsWith("WEBVTT\t")) {
            throw new Malformed("Its first line is not WEBVTT.");
        }
        at = 1;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            if (lines.get(at).contains(ARROW)) {
                throw new Malformed(here("There is no empty line before the first cue."));
            }
            at++;
        }
    }

    /** One block, or an empty line. */
    private void block() throws Malformed {
        String line = lines.get(at);
        if (line.isEmpty()) {
            at++;
        } else if (line.contains(ARROW)) {
            cue();
        } else if (isAside(line)) {
            skip();
        } else {
            at++; // the name of a cue
            if (at >= lines.size() || !lines.get(at).contains(ARROW)) {
                throw new Malformed(here("There is no line of times behind the name of a cue."));
            }
            cue();
        }
    }

    private static boolean isAside(String line) {
        return line.equals("NOTE")
                || line.startsWith("NOTE ")
                || line.startsWith("NOTE\t")
                || line.strip().equals("STYLE")
                || line.strip().equals("REGION");
    }

    private void skip() {
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            at++;
        }
    }

    private void cue() throws Malformed {
        Matcher times = TIMES.matcher(lines.get(at).strip());
        if (!times.matches()) {
            throw new Malformed(here("These are no times of a cue."));
        }
        long start = millis(times.group(1));
        long end = millis(times.group(2));
        if (end <= start) {
            throw new Malformed(here("This cue ends before it begins."));
        }
        if (!cues.isEmpty() && start < cues.getLast().start()) {
            throw new Malformed(here("This cue begins before the one before it."));
        }
        at++;
        String text = text();
        if (!text.isEmpty()) {
            keep(new Cue(start, end, text));
        }
    }

    private void keep(Cue cue) throws Malformed {
        if (cues.size() >= MOST_CUES) {
            throw new Malformed("There are more than " + MOST_CUES + " cues.");
        }
        cues.add(cue);
    }

    private String text() throws Malformed {
        List<String> kept = new ArrayList<>();
        int length = 0;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            String line = lines.get(at);
            if (line.contains(ARROW)) {
                throw new Malformed(here("There is no empty line before this cue."));
            }
            length += line.length();
            if (length > LONGEST_TEXT) {
                throw new Malformed(here("A cue has at most " + LONGEST_TEXT + " characters."));
            }
            String words = Words.line(plain(line));
            if (!words.isEmpty()) {
                kept.add(words);
            }
            at++;
        }
        return String.join("\n", kept);
    }

    /** Without tags, and with what escapes stand for (section 4.2.2). */
    private static String plain(String line) {
        return line.replaceAll("<[^>]*>?", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
    }

    private String here(String what) {
        return "Line " + (at + 1) + ": " + what;
    }

    private static long millis(String stamp) {
        String[] parts = stamp.split("[:.]", -1);
        long hours = parts.length == 4 ? Long.parseLong(parts[0]) : 0;
        int from = parts.length - 3;
        long minutes = hours * 60 + Long.parseLong(parts[from]);
        long seconds = minutes * 60 + Long.parseLong(parts[from + 1]);
        return seconds * 1000 + Long.parseLong(parts[from + 2]);
    }

    /**
     * A file that can be read by anybody.
     *
     * <p>It says that its times are those of the media, as HLS wants it said (RFC 8216 section
     * 3.5).
     */
    static String write(List<Cue> cues) {
        StringBuilder out = new StringBuilder(64 + cues.size() * 80);
        out.append("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n");
        for (Cue cue : cues) {
            out.append('\n')
                    .append(stamp(cue.start()))
                    .append(" --> ")
                    .append(stamp(cue.end()))
                    .append('\n')
                    .append(escaped(cue.text()))
                    .append('\n');
        }
        return out.toString();
    }

    private static String stamp(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
