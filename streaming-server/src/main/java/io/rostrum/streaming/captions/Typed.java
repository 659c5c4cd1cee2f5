package io.rostrum.streaming.captions;

import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.LayerEvent;
import io.rostrum.streaming.timeline.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The captions that were typed while a program was on air, as cues. Pure. */
final class Typed {
    /** Of 1/90000 s in a millisecond. */
    private static final long TICKS = 90;

    /** Milliseconds that a line stands at least, and at most, unless another one comes. */
    private static final long SHORTEST = 2_000;

    private static final long LONGEST = 7_000;

    /** Milliseconds for each character: who reads slowly reads twelve a second. */
    private static final long READING = 80;

    private Typed() {}

    static NavigableSet<Language> languages(Layer layer) {
        NavigableSet<Language> languages = new TreeSet<>();
        for (LayerEvent event : layer.all()) {
            if (event.what() instanceof Shown.Caption caption && !caption.text().isEmpty()) {
                languages.add(new Language(caption.language()));
            }
        }
        return languages;
    }

    /** Those of one language, with the times of the layer; each until the next, or read. */
    static List<Cue> cues(Layer layer, Language language) {
        List<LayerEvent> said =
                layer.all().stream()
                        .filter(event -> isOf(event, language))
                        .sorted((one, other) -> Long.compare(one.at(), other.at()))
                        .toList();
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < said.size() && cues.size() < WebVtt.MOST_CUES; i++) {
            String text = ((Shown.Caption) said.get(i).what()).text();
            long start = said.get(i).at() / TICKS;
            long next = i + 1 < said.size() ? said.get(i + 1).at() / TICKS : Long.MAX_VALUE;
            long end = Math.min(next, start + lasts(text));
            if (!text.isEmpty() && end > start) {
                cues.add(new Cue(start, end, text));
            }
        }
        return List.copyOf(cues);
    }

    private static boolean isOf(LayerEvent event, Language language) {
        return event.what() instanceof Shown.Caption caption
                && caption.language().equals(language.tag());
    }

    private static long lasts(String text) {
        return Math.clamp(text.length() * READING, SHORTEST, LONGEST);
    }
}
