package io.rostrum.streaming.share;

import io.rostrum.http.Html;
import io.rostrum.streaming.http.Pages;

/** The tags by which messengers and search engines show a link: Open Graph, Twitter, oEmbed. */
public final class HeadTags implements Pages.Heads {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Cards cards;
    private final String base;

    public HeadTags(Cards cards, String base) {
        this.cards = cards;
        this.base = base;
    }

    /** What replaces the title element of the page at this path; empty where nothing is known. */
    @Override
    public String tags(String path) {
        return cards.at(path).map(this::of).orElse("");
    }

    private String of(Card card) {
        StringBuilder out = new StringBuilder(1024);
        String about = card.description().isEmpty() ? card.host() : card.description();
        out.append("<title>").append(Html.escaped(card.title())).append(" · Rostrum</title>");
        meta(out, "name", "description", about);
        property(out, "og:site_name", "Rostrum");
        property(out, "og:type", "video.other");
        property(out, "og:title", card.title());
        property(out, "og:description", about);
        property(out, "og:url", card.page());
        if (card.picture() != null) {
            property(out, "og:image", card.picture());
            property(out, "og:image:alt", card.title());
            meta(out, "name", "twitter:image", card.picture());
        }
        video(out, card);
        meta(out, "name", "twitter:card", "player");
        meta(out, "name", "twitter:title", card.title());
        meta(out, "name", "twitter:description", about);
        meta(out, "name", "twitter:player", card.embed());
        meta(out, "name", "twitter:player:width", Integer.toString(WIDTH));
        meta(out, "name", "twitter:player:height", Integer.toString(HEIGHT));
        oembed(out, card);
        return out.toString();
    }

    private static void video(StringBuilder out, Card card) {
        property(out, "og:video:url", card.embed());
        if (card.embed().startsWith("https:")) {
            property(out, "og:video:secure_url", card.embed());
        }
        property(out, "og:video:type", "text/html");
        property(out, "og:video:width", Integer.toString(WIDTH));
        property(out, "og:video:height", Integer.toString(HEIGHT));
        if (card.seconds() > 0) {
            property(out, "video:duration", Long.toString(card.seconds()));
        }
    }

    private void oembed(StringBuilder out, Card card) {
        out.append("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"")
                .append(Html.escaped(base + "/oembed?url=" + Html.encoded(card.page())))
                .append("\" title=\"")
                .append(Html.escaped(card.title()))
                .append("\" /><link rel=\"canonical\" href=\"")
                .append(Html.escaped(card.page()))
                .append("\" />");
    }

    private static void property(StringBuilder out, String name, String content) {
        meta(out, "property", name, content);
    }

    private static void meta(StringBuilder out, String kind, String name, String content) {
        out.append("<meta ")
                .append(kind)
                .append("=\"")
                .append(name)
                .append("\" content=\"")
                .append(Html.escaped(content))
                .append("\" />");
    }
}
