package io.rostrum.center.admin;

import io.rostrum.center.account.RoomRecord;
import io.rostrum.http.Html;

/**
 * What a link to a room tells of it in messages (Open Graph): its title, and that one may join. Who
 * is inside, who its host is and whether it is on air stays in the room.
 */
final class RoomCard {
    private static final String WORDS = "Join the room · 加入会议室";

    private RoomCard() {}

    /**
     * What replaces the title element of the room's page.
     *
     * @param base what absolute addresses begin with
     */
    static String tags(RoomRecord room, String base) {
        String title = Html.escaped(room.title());
        return "<title>"
                + title
                + " · Rostrum</title><meta name=\"robots\" content=\"noindex\" />"
                + "<meta name=\"description\" content=\""
                + WORDS
                + "\" />"
                + property("og:site_name", "Rostrum")
                + property("og:type", "website")
                + property("og:title", title)
                + property("og:description", WORDS)
                + property("og:url", Html.escaped(base + "/r/" + room.id()))
                + property("og:image", Html.escaped(base + "/icon-512.png"))
                + "<meta name=\"twitter:card\" content=\"summary\" />";
    }

    private static String property(String name, String escaped) {
        return "<meta property=\"" + name + "\" content=\"" + escaped + "\" />";
    }
}
