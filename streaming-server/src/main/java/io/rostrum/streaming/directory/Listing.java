package io.rostrum.streaming.directory;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Session;
import io.vertx.core.MultiMap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which recordings somebody wants to be told of, and how many at once.
 *
 * @param channel null for those of all
 * @param before the last one of the page before; null for the first page
 */
record Listing(@Nullable Id channel, Query query, Order order, @Nullable Id before, int limit) {
    static final int USUAL = 100;
    static final int MOST = 200;

    private static final Comparator<Recording> BY_TIME =
            Comparator.comparing((Recording one) -> one.session().startedAt())
                    .reversed()
                    .thenComparing(one -> one.session().id().text());

    private static final Comparator<Recording> BY_LENGTH =
            Comparator.comparingLong(Recording::duration).reversed().thenComparing(BY_TIME);

    /** What comes first. */
    enum Order {
        NEWEST,
        LONGEST;

        /** Without ties, so that a page begins where the one before it ended. */
        private Comparator<Recording> sorting() {
            return switch (this) {
                case NEWEST -> BY_TIME;
                case LONGEST -> BY_LENGTH;
            };
        }

        private static Order of(@Nullable String name) {
            return switch (name) {
                case null -> NEWEST;
                case "newest" -> NEWEST;
                case "longest" -> LONGEST;
                default -> throw new Refusal(Problem.badRequest("sort is newest or longest."));
            };
        }
    }

    /**
     * As a query of an address asks for it.
     *
     * @throws Refusal 400 where it asks for what there cannot be
     */
    static Listing of(MultiMap asked) {
        String text = asked.get("q");
        return new Listing(
                id(asked.get("channel")),
                Query.of(text == null ? "" : text),
                Order.of(asked.get("sort")),
                id(asked.get("before")),
                limit(asked.get("limit")));
    }

    private static @Nullable Id id(@Nullable String text) {
        return text == null ? null : PathId.of(text);
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        boolean number = text.matches("[0-9]{1,3}");
        int limit = number ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new Refusal(Problem.badRequest("limit is 1 to " + MOST + "."));
        }
        return limit;
    }

    /**
     * The next ones of these.
     *
     * @throws Refusal 404 where the last of the page before is not there any more
     */
    List<Recording> of(List<Recording> all) {
        return after(all.stream().sorted(order.sorting()).toList())
                .filter(this::wanted)
                .limit(limit)
                .toList();
    }

    private Stream<Recording> after(List<Recording> sorted) {
        if (before == null) {
            return sorted.stream();
        }
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).session().id().equals(before)) {
                return sorted.subList(i + 1, sorted.size()).stream();
            }
        }
        throw new Refusal(Problem.unknownRecording(before.text()));
    }

    private boolean wanted(Recording recording) {
        Session session = recording.session();
        return (channel == null || channel.equals(session.channel()))
                && query.matches(session.title(), session.host(), session.description());
    }
}
