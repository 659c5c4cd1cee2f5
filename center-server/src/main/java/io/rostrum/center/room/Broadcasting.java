package io.rostrum.center.room;

import io.rostrum.center.room.Director.Shot;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Selection;
import io.vertx.core.Future;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A room's program: whether it is on, and who is in the picture. */
final class Broadcasting implements Studio.Listener {
    static final int LONGEST_TITLE = 200;

    private final Studio studio;
    private final Director director;
    private final Members members;
    private final Runnable changed;
    private BroadcastState state = BroadcastState.off();
    private Studio.@Nullable OnAir onAir;

    /** A program of before that waits for its host. */
    private Studio.@Nullable Left left;

    private Future<Void> noted = Future.succeededFuture();
    private @Nullable Shot taken;
    private @Nullable String picture;
    private @Nullable String card;
    private boolean lockNoted;
    private @Nullable String stopNote;
    private long hostGoneSince;
    private boolean hostGone;

    /**
     * @param changed called when the program says something of itself
     */
    Broadcasting(Studio studio, Director director, Members members, Runnable changed) {
        this.studio = studio;
        this.director = director;
        this.members = members;
        this.changed = changed;
    }

    BroadcastState state() {
        return onAir == null ? state : state.showing(picture, card);
    }

    /** Whether there is still something to come: it runs, or its rest is being delivered. */
    boolean running() {
        return onAir != null || left != null || state.state() == BroadcastPhase.STOPPING;
    }

    void start(String title, String host) {
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal(
                    ProblemCode.BAD_MESSAGE,
                    "A title has at most " + LONGEST_TITLE + " characters.");
        }
        if (onAir == null) {
            if (state.state() == BroadcastPhase.STOPPING) {
                throw new Refusal(
                        ProblemCode.BROADCAST_FAILED, "The last broadcast is still being stopped.");
            }
            hostGone = false;
            begin(title, studio.start(title, host, this), false);
        }
    }

    /** Complete when a server after us would know of the latest start or stop. */
    Future<Void> noted() {
        return noted;
    }

    /**
     * Goes on with a program of before once its host is back. Until then viewers have the streaming
     * server's stand-by picture, which is not recorded.
     */
    void resume(Studio.Left before, long nowNanos) {
        if (running()) {
            end(before);
        } else {
            hostLeft(nowNanos);
            left = before;
            state = starting(before.title());
            if (members.host() != null) {
                hostCame();
            }
        }
    }

    private void end(Studio.Left before) {
        noted = studio.end(before);
    }

    private void begin(String title, Studio.OnAir begun, boolean locked) {
        lockNoted = locked;
        stopNote = null;
        forgetPicture();
        onAir = begun;
        noted = begun.noted();
        state = starting(title);
    }

    private static BroadcastState starting(String title) {
        return new BroadcastState(
                BroadcastPhase.STARTING, null, title, null, null, null, null, null, null);
    }

    void stop(@Nullable String note) {
        if (onAir != null) {
            Studio.OnAir ending = onAir;
            stopNote = note;
            onAir = null;
            forgetPicture();
            state =
                    new BroadcastState(
                            BroadcastPhase.STOPPING,
                            state.session(),
                            state.title(),
                            state.since(),
                            state.page(),
                            null,
                            null,
                            note,
                            null);
            ending.stop();
            noted = ending.noted();
        } else if (left != null) {
            end(left);
            left = null;
            state = note == null ? BroadcastState.off() : BroadcastState.off(note);
        }
    }

    @Override
    public void onBroadcast(BroadcastState news) {
        if (news.state() == BroadcastPhase.OFF) {
            onAir = null;
            forgetPicture();
            String detail = stopNote != null ? stopNote : news.detail();
            state = detail == null ? BroadcastState.off() : BroadcastState.off(detail);
        } else {
            state = news;
        }
        changed.run();
    }

    /** What was cut: the tally. */
    @Override
    public void onPicture(@Nullable String participant, @Nullable String shown) {
        picture = participant;
        card = shown;
        changed.run();
    }

    /**
     * Lets the program follow.
     *
     * @param choice what the host sees
     */
    void follow(Selection choice, boolean locked) {
        Studio.OnAir program = onAir;
        if (program == null) {
            return;
        }
        if (locked != lockNoted) {
            lockNoted = locked;
            program.locked(locked);
        }
        Shot wanted = director.program(choice, Objects.requireNonNullElse(state.title(), ""));
        if (!wanted.equals(taken)) {
            Shot before = taken;
            taken = wanted;
            cut(program, before, wanted);
        }
    }

    private void cut(Studio.OnAir program, @Nullable Shot before, Shot wanted) {
        if (before == null || !wanted.card().equals(before.card())) {
            program.card(wanted.card());
        }
        if (before == null || !Objects.equals(wanted.participant(), before.participant())) {
            if (wanted.participant() != null && isTakenAway(before)) {
                program.take(null, null);
            }
            program.take(wanted.participant(), wanted.name());
        } else if (!Objects.equals(wanted.name(), before.name())) {
            program.take(wanted.participant(), wanted.name()); // he is called otherwise
        }
    }

    /** Whose picture was muted or is gone must not stand in until the next one's key frame. */
    private boolean isTakenAway(@Nullable Shot before) {
        String shown = before == null ? null : before.participant();
        Member member = shown == null ? null : members.find(shown);
        return shown != null && (member == null || !member.hasPicture());
    }

    private void forgetPicture() {
        taken = null;
        picture = null;
        card = null;
    }

    void hostLeft(long nowNanos) {
        hostGone = true;
        hostGoneSince = nowNanos;
    }

    void hostCame() {
        hostGone = false;
        Studio.Left before = left;
        if (before != null) {
            left = null;
            begin(before.title(), studio.resume(before, this), before.locked());
        }
    }

    /** Whether the host has been away for longer than that. */
    boolean abandoned(long graceNanos, long nowNanos) {
        return (onAir != null || left != null)
                && hostGone
                && nowNanos - hostGoneSince >= graceNanos;
    }
}
