package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.packager.LivePlaylist;
import io.rostrum.streaming.packager.View;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Live playlists, written once for each view and shared by all who ask. Any thread. */
final class Rendered {
    private record Texts(View view, Reply.Text full, Reply.Text delta) {}

    private final Map<Id, Texts> latest = new ConcurrentHashMap<>();

    @SuppressWarnings("ReferenceEquality") // views are compared as the objects that they are
    Reply.Text playlist(Id session, View view, boolean delta) {
        Texts texts = latest.get(session);
        if (texts == null || texts.view != view) {
            texts =
                    new Texts(
                            view,
                            Reply.Text.of(LivePlaylist.write(view, false)),
                            Reply.Text.of(LivePlaylist.write(view, true)));
            latest.put(session, texts);
        }
        return delta ? texts.delta : texts.full;
    }

    void forget(Id session) {
        latest.remove(session);
    }
}
