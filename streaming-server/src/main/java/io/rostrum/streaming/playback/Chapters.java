package io.rostrum.streaming.playback;

import io.rostrum.streaming.timeline.Span;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Who was on air when, in the forms in which others read it. Pure. */
final class Chapters {
    private Chapters() {}

    /** A chapter for each who came on air. */
    static JsonArray json(List<Span> spans) {
        JsonArray array = new JsonArray();
        for (Span span : named(spans)) {
            array.add(
                    new JsonObject()
                            .put("start", seconds(span.from()))
                            .put("end", seconds(span.to()))
                            .put("title", span.name()));
        }
        return array;
    }

    /** The same as a WebVTT chapter track. */
    static String vtt(List<Span> spans) {
        StringBuilder out = new StringBuilder("WEBVTT\n");
        for (Span span : named(spans)) {
            out.append('\n')
                    .append(stamp(span.from()))
                    .append(" --> ")
                    .append(stamp(span.to()))
                    .append('\n')
                    .append(escaped(span.name()))
                    .append('\n');
        }
        return out.toString();
    }

    /**
     * Everything that was on air, nobody too, by the program's time and by the clock.
     *
     * @param live whether the last entry goes on
     */
    static JsonArray asRun(List<Span> spans, Instant startedAt, boolean live) {
        JsonArray array = new JsonArray();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean open = live && i == spans.size() - 1;
            array.add(
                    new JsonObject()
                            .put("name", span.name())
                            .put("from", seconds(span.from()))
                            .put("to", open ? null : seconds(span.to()))
                            .put("startedAt", clock(startedAt, span.from()))
                            .put("endedAt", open ? null : clock(startedAt, span.to())));
        }
        return array;
    }

    private static List<Span> named(List<Span> spans) {
        return spans.stream().filter(span -> !span.name().isEmpty()).toList();
    }

    private static double seconds(long ticks) {
        return Math.round(ticks / 90.0) / 1000.0;
    }

    private static String clock(Instant startedAt, long ticks) {
        return startedAt.plusMillis(Math.round(ticks / 90.0)).toString();
    }

    static String stamp(long ticks) {
        long millis = Math.round(ticks / 90.0);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    /** WebVTT section 6.4: these three have a meaning in the text of a cue. */
    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
