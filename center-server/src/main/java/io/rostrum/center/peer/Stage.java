package io.rostrum.center.peer;

import io.rostrum.center.room.MemberMedia;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.RoomMedia;
import io.rostrum.media.audio.Pcm;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.sdp.Answerer;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.net.Loop.Rhythm;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.VideoTrouble;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sound and pictures of one room; they run while somebody is in. Confined to the room's loop. */
public final class Stage implements RoomMedia, Peer.Host {
    private static final Duration TICK = Duration.ofNanos(Pcm.TICK_NANOS);
    private static final int PEER_TICKS = 2;
    private static final int LEVEL_TICKS = 10;
    private static final int COUNTER_TICKS = 50;

    private static final System.Logger LOG = System.getLogger(Stage.class.getName());

    private final Station station;
    private final FaultLog faults;
    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private final PictureTaps taps = new PictureTaps(this::picture, this::onBroken);
    private RoomMedia.@Nullable Listener listener;
    private @Nullable Sound sound;
    private @Nullable Rhythm rhythm;
    private @Nullable SoundTap soundTap;
    private boolean levelsTold;
    private long ticks;

    public Stage(Station station) {
        this.station = station;
        faults = new FaultLog(LOG, station.nanoClock());
    }

    @Override
    public void attach(RoomMedia.Listener newListener) {
        listener = newListener;
    }

    @Override
    public MemberMedia open(String participant, String offer, boolean encoder, long nowNanos) {
        assert station.loop().isCurrent() : "off the room's loop";
        IceCredentials ice = IceCredentials.random(station.surroundings().random());
        Negotiated agreed = negotiate(offer, encoder, ice);
        Sound running = start(nowNanos);
        Peer before = peers.get(participant);
        if (before != null) {
            before.close();
        }
        Peer peer = new Peer(participant, agreed, ice, station, running, this, this::onCut);
        peers.put(participant, peer);
        taps.onSource(participant);
        return peer;
    }

    private Negotiated negotiate(String offer, boolean encoder, IceCredentials ice) {
        LocalEnd end =
                new LocalEnd(
                        ice,
                        station.identity().fingerprint(),
                        station.addresses(),
                        LineMaker.CNAME);
        Answerer.Purpose purpose = encoder ? Answerer.Purpose.INGEST : Answerer.Purpose.MEETING;
        try {
            return Answerer.answer(offer, purpose, end, station::ssrc);
        } catch (SdpException e) {
            throw new Refusal(ProblemCode.BAD_OFFER, e.reason());
        }
    }

    private Sound start(long nowNanos) {
        Sound running = sound;
        if (running == null) {
            running = new Sound(this::onLeader, this::onBroken, nowNanos);
            running.tap(soundTap);
            sound = running;
        }
        if (rhythm == null) {
            rhythm = station.loop().every(TICK, this::tick);
        }
        return running;
    }

    /** Lets time pass: once for each piece of sound; on the loop. */
    void tick() {
        long now = station.now();
        Sound running = sound;
        if (running == null) {
            return;
        }
        faults.guard("a room's sound", () -> running.tick(now));
        ticks++;
        if (ticks % PEER_TICKS == 0) {
            Apart.each(peers.values(), peer -> peer.tick(now), this::onBroken);
            faults.guard("a program's pictures", () -> taps.tick(now));
        }
        if (ticks % LEVEL_TICKS == 0) {
            faults.guard("a room's levels", () -> tellLevels(running));
        }
        if (ticks % COUNTER_TICKS == 0) {
            Apart.each(peers.values(), Peer::count, this::onBroken);
            stopIfEmpty(running);
        }
    }

    /** A peer that fails is sent out, once; the others go on. */
    private void onBroken(Peer peer, RuntimeException why) {
        faults.tell("a participant's media", why);
        onLost(peer);
    }

    private void onBroken(String participant, RuntimeException why) {
        Peer peer = peers.get(participant);
        if (peer != null) {
            onBroken(peer, why);
        }
    }

    private void tellLevels(Sound running) {
        Map<String, Integer> levels = running.levels();
        if (listener != null && (levelsTold || !levels.isEmpty())) {
            listener.onLevels(levels);
        }
        levelsTold = !levels.isEmpty();
    }

    /** Not at once, for somebody may leave inside a tick; and the program wants its silence. */
    private void stopIfEmpty(Sound running) {
        if (peers.isEmpty() && soundTap == null && rhythm != null) {
            rhythm.stop();
            rhythm = null;
            running.close();
            sound = null;
        }
    }

    private void onCut(String viewer, String participant) {
        station.counters().onCut();
        if (listener != null) {
            listener.onCut(viewer, participant);
        }
    }

    private void onLeader(String participant) {
        if (listener != null) {
            listener.onSpeaker(participant);
        }
    }

    @Override
    public void onSending(Peer peer, boolean sending) {
        if (listener != null && isCurrent(peer)) {
            listener.onVideo(peer.id(), sending ? peer.codec() : null);
        }
    }

    @Override
    public void onTrouble(Peer peer, @Nullable VideoTrouble trouble) {
        if (listener != null && isCurrent(peer)) {
            listener.onTrouble(peer.id(), trouble);
        }
    }

    @Override
    public void onLost(Peer peer) {
        if (listener != null && isCurrent(peer)) {
            listener.onLost(peer.id(), station.now());
        }
    }

    @SuppressWarnings("ReferenceEquality") // a peer is itself
    private boolean isCurrent(Peer peer) {
        return peers.get(peer.id()) == peer;
    }

    @Override
    public @Nullable PictureUp picture(@Nullable String participant) {
        Peer peer = participant == null ? null : peers.get(participant);
        return peer == null ? null : peer.lines().pictureUp();
    }

    @Override
    public void onClosed(Peer peer) {
        assert station.loop().isCurrent() : "off the room's loop";
        if (isCurrent(peer)) {
            peers.remove(peer.id());
            if (sound != null) {
                sound.remove(peer.id());
            }
        }
    }

    /** The mix of everybody and the pictures that are asked for; null: no more. */
    public void tap(@Nullable SoundTap newTap) {
        soundTap = newTap;
        if (newTap != null) {
            start(station.now()).tap(newTap);
        } else if (sound != null) {
            sound.tap(null);
        }
    }

    /** So much of what the tap takes is lost on the way to who hears it, in percent. */
    public void tapLoss(int percent) {
        if (sound != null) {
            sound.programLoss(percent);
        }
    }

    /** The pictures of those whom a program asks for. */
    public PictureTaps taps() {
        return taps;
    }
}
