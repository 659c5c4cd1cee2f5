package io.rostrum.streaming.owner;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.text.Words;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Heading;
import io.rostrum.streaming.timeline.Headings;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** Chapters in the words of a host. Thread: the connection's event loop; the disk on workers. */
public final class ChaptersDoor {
    private static final String CHAPTERS = "/api/recordings/:id/chapters";
    private static final int LARGEST_BODY = 128 << 10;
    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 100;

    private final Owned owned;

    public ChaptersDoor(Owned owned) {
        this.owned = owned;
    }

    public void mount(Router router) {
        router.put(CHAPTERS)
                .handler(owned::admit)
                .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                .handler(this::write);
        router.delete(CHAPTERS)
                .handler(ctx ->
                        owned.change(ctx, one -> one.folder().forget(SessionFolder.CHAPTERS)));
    }

    private void write(RoutingContext ctx) {
        List<Heading> read = read(JsonBody.of(ctx));
        owned.change(
                ctx,
                recording -> {
                    SessionFolder folder = recording.folder();
                    try (SampleLog log = folder.read()) {
                        long length = log.segments().getLast().end();
                        Headings before = folder.headings().orElse(new Headings(List.of()));
                        Headings after =
                                before.with(
                                        moved(read, log.begins(), length), log.begins(), length);
                        if (after.all().size() > MOST) {
                            throw tooMany();
                        }
                        folder.save(after);
                    }
                });
    }

    private static List<Heading> moved(List<Heading> shown, long begins, long length) {
        return shown.stream()
                .map(one -> {
                    if (one.at() >= length) {
                        throw new Refusal(
                                Problem.badRequest("A chapter begins before the recording ends."));
                    }
                    return new Heading(one.at() + begins, one.title());
                })
                .toList();
    }

    private static List<Heading> read(JsonObject json) {
        if (!(json.getValue("chapters") instanceof JsonArray array)) {
            throw new Refusal(Problem.badRequest("chapters is a list."));
        }
        if (array.size() > MOST) {
            throw tooMany();
        }
        List<Heading> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.getValue(i) instanceof JsonObject one)) {
                throw new Refusal(Problem.badRequest("A chapter has start and title."));
            }
            all.add(new Heading(Cut.ticks(one, "start"), title(one)));
        }
        if (all.stream().map(Heading::at).distinct().count() < all.size()) {
            throw new Refusal(Problem.badRequest("No two chapters begin at one moment."));
        }
        return all;
    }

    private static String title(JsonObject one) {
        if (one.getValue("title") instanceof String text && text.length() <= LONGEST_TITLE) {
            String title = Words.line(text);
            if (!title.isBlank()) {
                return title;
            }
        }
        throw new Refusal(
                Problem.badRequest("title is a text of 1 to " + LONGEST_TITLE + " characters."));
    }

    private static Refusal tooMany() {
        return new Refusal(Problem.badRequest("A recording has at most " + MOST + " chapters."));
    }
}
