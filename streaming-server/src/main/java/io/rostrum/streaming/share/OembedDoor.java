package io.rostrum.streaming.share;

import io.rostrum.http.Html;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;

/** oEmbed 1.0: a page's address in, its player as HTML out. Thread: the event loop. */
public final class OembedDoor {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int NARROWEST = 200;

    private final Cards cards;
    private final String base;

    public OembedDoor(Cards cards, String base) {
        this.cards = cards;
        this.base = base;
    }

    public void mount(Router router) {
        Doors.get(router, "/oembed").handler(this::answer);
    }

    private void answer(RoutingContext ctx) {
        if (!ctx.request().getParam("format", "json").equals("json")) {
            throw new Refusal(new Problem("not-implemented", 501, "not implemented", "Only JSON."));
        }
        Card card =
                cards.at(path(ctx.request().getParam("url", "")))
                        .orElseThrow(() -> new Refusal(Problem.notFound()));
        int width = bounded(ctx, "maxwidth", WIDTH);
        int height = bounded(ctx, "maxheight", HEIGHT);
        int fits = Math.max(NARROWEST, Math.min(width, height * WIDTH / HEIGHT));
        ctx.response().putHeader("Access-Control-Allow-Origin", "*");
        Reply.json(ctx, 200, json(card, fits, fits * HEIGHT / WIDTH));
    }

    private JsonObject json(Card card, int width, int height) {
        JsonObject json =
                new JsonObject()
                        .put("version", "1.0")
                        .put("type", "video")
                        .put("title", card.title())
                        .put("author_name", card.host())
                        .put("author_url", card.page())
                        .put("provider_name", "Rostrum")
                        .put("provider_url", base + "/")
                        .put("cache_age", 60)
                        .put("width", width)
                        .put("height", height)
                        .put("html", frame(card, width, height));
        if (card.picture() != null) {
            json.put("thumbnail_url", card.picture())
                    .put("thumbnail_width", WIDTH)
                    .put("thumbnail_height", HEIGHT);
        }
        return json;
    }

    private static String frame(Card card, int width, int height) {
        return "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" style=\"border:0\""
                        .formatted(
                                Html.escaped(card.embed()),
                                Html.escaped(card.title()),
                                width,
                                height)
                + " allow=\"autoplay; fullscreen; picture-in-picture\" allowfullscreen></iframe>";
    }

    /** Of an address of ours; nothing of another's. */
    private String path(String url) {
        try {
            String address = URI.create(url).toString().replaceFirst("[?#].*", "");
            return address.startsWith(base + "/") ? address.substring(base.length()) : "";
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.badRequest("url is the address of a page of this station."));
        }
    }

    private static int bounded(RoutingContext ctx, String name, int most) {
        String text = ctx.request().getParam(name, "");
        return text.matches("\\d{1,5}") ? Math.min(most, Integer.parseInt(text)) : most;
    }
}
