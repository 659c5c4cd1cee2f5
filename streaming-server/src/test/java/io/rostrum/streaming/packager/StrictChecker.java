package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a strict player asks of a low-latency playlist (RFC 8216bis sections 4.4.3.7, 4.4.4.9). */
final class StrictChecker {
    private static final Pattern PART =
            Pattern.compile("#EXT-X-PART:DURATION=([0-9.]+),URI=\"([^\"]+)\"(.*)");
    private static final double ROUNDING = 0.00002;

    private final double partTarget;
    private final long target;
    private final String text;

    /** A part of the segment that is being read. */
    private record Part(String uri, double duration, boolean exempt) {}

    private StrictChecker(String text) {
        this.text = text;
        partTarget = Double.parseDouble(value("PART-TARGET=([0-9.]+)"));
        target = Long.parseLong(value("TARGETDURATION:([0-9]+)"));
    }

    /** Fails with what is wrong with it. */
    static void check(String playlist) {
        new StrictChecker(playlist).check();
    }

    private String value(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private void check() {
        List<Part> parts = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher part = PART.matcher(line);
            if (part.matches()) {
                boolean exempt =
                        part.group(3).contains("INDEPENDENT=YES")
                                || part.group(3).contains("GAP=YES");
                parts.add(new Part(part.group(2), Double.parseDouble(part.group(1)), exempt));
            } else if (line.startsWith("#EXTINF:")) {
                segment(Double.parseDouble(line.substring(8, line.indexOf(','))), parts);
                parts.clear();
            }
        }
        parts(parts, false);
    }

    private void segment(double duration, List<Part> parts) {
        assertThat(Math.round(duration)).as("EXTINF:%s", duration).isLessThanOrEqualTo(target);
        parts(parts, true);
        if (!parts.isEmpty()) {
            double sum = parts.stream().mapToDouble(Part::duration).sum();
            assertThat(sum).isBetween(duration - 0.001, duration + 0.001);
        }
    }

    /**
     * @param closed whether the last one is the last of its segment, and may be short
     */
    private void parts(List<Part> parts, boolean closed) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            assertThat(part.duration)
                    .as("part %s", part.uri)
                    .isLessThanOrEqualTo(partTarget + ROUNDING);
            boolean last = closed && i + 1 == parts.size();
            if (!part.exempt && !last) {
                assertThat(part.duration)
                        .as("part %s inside of its segment", part.uri)
                        .isGreaterThanOrEqualTo(0.85 * partTarget - ROUNDING);
            }
        }
    }
}
