package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.packager.LivePlaylist;
import io.rostrum.streaming.packager.View;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Live playlists, written once for each view and shared by all who ask. Any thread. */
final class Rendered {
    private final Map<Id, Texts> latest = new ConcurrentHashMap<>();

    /** Those of one view, each written when it is asked for first; the others wait for that. */
    private static final class Texts {
        private final View view;
        private Reply.@Nullable Text full;
        private Reply.@Nullable Text delta;

        Texts(View view) {
            this.view = view;
        }

        synchronized Reply.Text full() {
            Reply.Text written = full;
            if (written == null) {
                written = Reply.Text.of(LivePlaylist.write(view, false));
                full = written;
            }
            return written;
        }

        synchronized Reply.Text delta() {
            Reply.Text written = delta;
            if (written == null) {
                written = Reply.Text.of(LivePlaylist.write(view, true));
                delta = written;
            }
            return written;
        }
    }

    @SuppressWarnings("ReferenceEquality") // views are compared as the objects that they are
    Reply.Text playlist(Id session, View view, boolean delta) {
        Texts texts = latest.get(session);
        if (texts == null || texts.view != view) {
            texts =
                    latest.compute(
                            session,
                            (same, known) ->
                                    known == null || known.view != view ? new Texts(view) : known);
        }
        return delta ? texts.delta() : texts.full();
    }

    void forget(Id session) {
        latest.remove(session);
    }
}
