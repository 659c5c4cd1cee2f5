package io.rostrum.streaming.live;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All programs on air, one for each channel, and those that ended just now. Any thread. */
public final class OnAir {
    /** How long an ended program's last seconds can be played. */
    private static final long LINGER_MILLIS = 60_000;

    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(OnAir.class.getName()), System::nanoTime);

    /** Who wants to know. Called on the program's event loop. */
    public interface Listener {
        /** There is something to play for the first time. */
        void onPlayable(Live live);

        /** Title, picture or visibility changed. */
        void onChanged(Live live);

        /**
         * The program is over.
         *
         * @param kept whether there is a recording
         */
        void onEnded(Live live, boolean kept);
    }

    private final Vertx vertx;
    private final Listener listener;
    private final Map<Id, Live> byChannel = new ConcurrentHashMap<>();
    private final Map<Id, Live> lately = new ConcurrentHashMap<>();
    private final List<Consumer<Live>> forgotten = new CopyOnWriteArrayList<>();

    public OnAir(Vertx vertx, Listener listener) {
        this.vertx = vertx;
        this.listener = listener;
    }

    /**
     * Puts a program on its channel.
     *
     * @param owner the event loop on which it is written
     */
    public Writer begin(Context owner, Live.Start start) {
        Live live = new Live(vertx, owner, start);
        byChannel.put(live.channel(), live);
        return new Writer(this, live);
    }

    public Collection<Live> all() {
        return List.copyOf(byChannel.values());
    }

    public Optional<Live> onChannel(Id channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    /** A program that is live, or ended so lately that players still read its last seconds. */
    public Optional<Live> watchable(Id channel, Id session) {
        return onChannel(channel)
                .filter(live -> live.session().id().equals(session))
                .or(() ->
                        Optional.ofNullable(lately.get(session))
                                .filter(live -> live.channel().equals(channel)));
    }

    /** Told when the last seconds of an ended program are dropped. */
    public void whenForgotten(Consumer<Live> told) {
        forgotten.add(told);
    }

    /** Drops the last seconds of an ended program at once. */
    public void drop(Id session) {
        Live ended = lately.get(session);
        if (ended != null) {
            forget(ended);
        }
    }

    private void forget(Live live) {
        lately.remove(live.session().id(), live);
        Apart.each(forgotten, told -> told.accept(live), OnAir::notTold);
    }

    private static void notTold(Consumer<Live> who, RuntimeException why) {
        FAULTS.tell("somebody could not be told that a program is forgotten", why);
    }

    void playable(Live live) {
        listener.onPlayable(live);
    }

    void changed(Live live) {
        listener.onChanged(live);
    }

    /** Takes it off its channel before anybody is told. */
    void ended(Live live, boolean kept) {
        lately.put(live.session().id(), live);
        byChannel.remove(live.channel(), live);
        vertx.setTimer(LINGER_MILLIS, later -> forget(live));
        listener.onEnded(live, kept);
    }
}
