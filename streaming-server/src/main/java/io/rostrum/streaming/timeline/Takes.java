package io.rostrum.streaming.timeline;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Who came on air when. Immutable; any thread.
 *
 * @param all the earliest first, no two at one moment
 */
public record Takes(List<Take> all) {
    /** A bound for what a feed can make us keep; a take each second for three hours. */
    static final int MOST = 10_000;

    public static final Takes NONE = new Takes(List.of());

    public Takes {
        all = List.copyOf(all);
    }

    /** With one more. Told again it counts once; of two at one moment the later told one counts. */
    public Takes with(Take take) {
        if (all.size() >= MOST) {
            return this;
        }
        List<Take> more = new ArrayList<>(all);
        more.removeIf(known -> known.at() == take.at());
        int index = more.size();
        while (index > 0 && more.get(index - 1).at() > take.at()) {
            index--;
        }
        more.add(index, take);
        return new Takes(more);
    }

    /**
     * The times between the takes; neighbours of one name are one.
     *
     * @param end of the program so far, in 1/90000 s
     */
    public List<Span> spans(long end) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Take take = all.get(i);
            long to = i + 1 < all.size() ? Math.min(all.get(i + 1).at(), end) : end;
            if (to <= take.at()) {
                continue;
            }
            Span before = spans.isEmpty() ? null : spans.getLast();
            if (before != null && before.to() == take.at() && before.name().equals(take.name())) {
                spans.removeLast();
                spans.add(new Span(take.name(), before.from(), to));
            } else {
                spans.add(new Span(take.name(), take.at(), to));
            }
        }
        return List.copyOf(spans);
    }

    /**
     * The same of what is shown of a recording, by its own time.
     *
     * @param begins when what is shown begins, in 1/90000 s since the session began
     * @param length of what is shown, in the same
     */
    public List<Span> spans(long begins, long length) {
        return spans(begins + length).stream()
                .filter(span -> span.to() > begins)
                .map(span ->
                        new Span(
                                span.name(), Math.max(0, span.from() - begins), span.to() - begins))
                .toList();
    }

    JsonArray toJson() {
        JsonArray array = new JsonArray();
        all.forEach(
                take -> array.add(new JsonObject().put("at", take.at()).put("name", take.name())));
        return array;
    }

    static Takes of(JsonArray array) {
        List<Take> takes = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject take = array.getJsonObject(i);
            takes.add(new Take(take.getLong("at"), take.getString("name")));
        }
        return new Takes(takes);
    }
}
