package io.rostrum.streaming.timeline;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The chapters of a recording in the words of its host. Immutable.
 *
 * @param all the earliest first
 */
public record Headings(List<Heading> all) {
    public Headings {
        all = all.stream().sorted(Comparator.comparingLong(Heading::at)).toList();
    }

    /**
     * The times of the chapters in what is shown; one that began before begins with it.
     *
     * @param begins when what is shown begins, in 1/90000 s since the session began
     * @param length of what is shown, in the same
     */
    public List<Span> spans(long begins, long length) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            long from = Math.max(0, all.get(i).at() - begins);
            long next = i + 1 < all.size() ? all.get(i + 1).at() - begins : length;
            long to = Math.min(next, length);
            if (to > from) {
                spans.add(new Span(all.get(i).title(), from, to));
            }
        }
        return List.copyOf(spans);
    }

    /**
     * Other chapters for what is shown; what is not shown keeps its own.
     *
     * @param shown with times since the session began
     */
    public Headings with(List<Heading> shown, long begins, long length) {
        List<Heading> more = new ArrayList<>(shown);
        all.stream()
                .filter(one -> one.at() < begins || one.at() >= begins + length)
                .forEach(more::add);
        return new Headings(more);
    }

    JsonArray toJson() {
        JsonArray array = new JsonArray();
        all.forEach(
                one -> array.add(new JsonObject().put("at", one.at()).put("title", one.title())));
        return array;
    }

    static Headings of(JsonArray array) {
        List<Heading> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject one = array.getJsonObject(i);
            all.add(new Heading(one.getLong("at"), one.getString("title")));
        }
        return new Headings(all);
    }
}
