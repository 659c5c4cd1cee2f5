package io.rostrum.center.room;

import io.rostrum.center.room.Director.Decision;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage.View;
import io.rostrum.protocol.signal.ViewReason;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives every participant the one picture that is his, and tells him which one it is. */
final class Screening {
    private final Members members;
    private final Director director;
    private final FaultLog faults;
    private long latest;

    Screening(Members members, Director director, FaultLog faults) {
        this.members = members;
        this.director = director;
        this.faults = faults;
    }

    long latest() {
        return latest;
    }

    /** Carries out what was decided for everybody. */
    void update(@Nullable Selection assigned, long nowNanos) {
        latest = nowNanos;
        Ranking ranking = director.ranking();
        each(viewer -> {
            viewer.media.hear(viewer.member.audible());
            viewer.media.amplify(viewer.member.audio.gain());
            if (!viewer.member.encoder) {
                Decision decision = decide(viewer, assigned, ranking);
                direct(viewer, decision.participant(), nowNanos);
                tell(viewer, assigned, decision);
            }
        });
    }

    private void each(Consumer<Seated> task) {
        faults.each("a participant's picture", members.seated(), task);
    }

    private Decision decide(Seated viewer, @Nullable Selection assigned, Ranking ranking) {
        return director.decide(selected(viewer, assigned), viewer.member, ranking);
    }

    private static Selection selected(Seated viewer, @Nullable Selection assigned) {
        return assigned != null ? assigned : viewer.member.selection;
    }

    private void direct(Seated viewer, @Nullable String participant, long nowNanos) {
        if (viewer.shown != null && (participant == null || !forwardable(viewer.shown))) {
            darken(viewer);
        }
        if (!Objects.equals(viewer.watched, participant)) {
            viewer.watched = participant;
            viewer.waitingSince = nowNanos;
            viewer.media.watch(participant);
        }
    }

    private boolean forwardable(String participant) {
        Member source = members.find(participant);
        return source != null && source.hasPicture();
    }

    private static void darken(Seated viewer) {
        viewer.watched = null;
        viewer.shown = null;
        viewer.media.watch(null);
    }

    /** Ends the picture of that participant wherever it is watched: its line is another now. */
    void forget(String participant) {
        each(viewer -> {
            if (viewer.watches(participant)) {
                darken(viewer);
            }
        });
    }

    /**
     * Ends the old picture of those whose new one is late: a lock that waits for a key frame for
     * ever would be none.
     */
    void dropLateCuts(@Nullable Selection assigned, long nowNanos) {
        latest = nowNanos;
        each(viewer -> dropLateCut(viewer, assigned, nowNanos));
    }

    private void dropLateCut(Seated viewer, @Nullable Selection assigned, long nowNanos) {
        String wanted = viewer.watched;
        if (wanted != null
                && viewer.shown != null
                && !wanted.equals(viewer.shown)
                && nowNanos - viewer.waitingSince >= RoomSettings.CUT.toNanos()) {
            darken(viewer);
            direct(viewer, wanted, nowNanos);
            tell(viewer, assigned);
        }
    }

    /** Tells the viewer what he gets, if that is news. */
    void tell(Seated viewer, @Nullable Selection assigned) {
        tell(viewer, assigned, decide(viewer, assigned, director.ranking()));
    }

    private static void tell(Seated viewer, @Nullable Selection assigned, Decision decision) {
        ViewReason reason = decision.reason();
        if (reason == null && !Objects.equals(decision.participant(), viewer.shown)) {
            reason = ViewReason.WAITING;
        }
        View view = new View(viewer.shown, selected(viewer, assigned), reason);
        if (!view.equals(viewer.view)) {
            viewer.view = view;
            viewer.client.send(view);
        }
    }
}
