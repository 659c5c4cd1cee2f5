package io.rostrum.center.peer;

import io.rostrum.center.room.MemberMedia;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Departures;
import io.rostrum.media.rtp.Pacer;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.MediaLine;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Transport;
import io.rostrum.media.transport.TransportCounters;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.KeptKeyFrame;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One participant's media, wired: what arrives goes to its stream, what is sent goes to his path.
 *
 * <p>Confined to the room's loop.
 */
final class Peer implements MemberMedia, Transport.Listener, PictureUp.Owner {
    /** What a peer needs of its room. */
    interface Host {
        void onSending(Peer peer, boolean sending);

        void onTrouble(Peer peer, @Nullable VideoTrouble trouble);

        void onLost(Peer peer);

        /** The peer was closed, by the room or for a successor. */
        void onClosed(Peer peer);

        /** The up line of that participant, or null when there is none. */
        @Nullable PictureUp picture(@Nullable String participant);
    }

    private final String id;
    private final Negotiated agreed;
    private final Station station;
    private final Host host;
    private final Transport transport;
    private final Departures departures;
    private final Pacer pacer;
    private final Lines lines;
    private final Binding binding;
    private final Hearing hearing;
    private final Telling telling;
    private final ExtensionIds ids;
    private TransportCounters counted;
    private PictureCounts countedPictures = PictureCounts.NONE;
    private LineCounts lineCounts = LineCounts.NONE;
    private boolean closed;
    private boolean proven;
    private long heardAt;

    Peer(
            String id,
            Negotiated agreed,
            IceCredentials ice,
            Station station,
            Sound sound,
            Host host,
            LineMaker.Cuts cuts) {
        this.id = id;
        this.agreed = agreed;
        this.station = station;
        this.host = host;
        long now = station.now();
        transport =
                Transport.server(
                        ice,
                        agreed.remoteUfrag(),
                        agreed.remotePassword(),
                        new DtlsSettings(
                                agreed.role(), station.identity(), agreed.remoteFingerprint()),
                        station.surroundings(),
                        this,
                        now);
        ids = LineMaker.ids(agreed);
        departures = new Departures(ids, Departures.Observer.none());
        pacer = Pacer.none(this::depart);
        LineMaker maker = new LineMaker(id, agreed, ids, station, pacer::send);
        lines = maker.lines(sound, this, cuts);
        binding = new Binding(agreed.audio(), agreed.up(), ids, lines.voiceUp(), lines.pictureUp());
        hearing = new Hearing(lines, departures, station.time(), this::watched);
        VoiceDown voice = lines.voiceDown();
        telling =
                new Telling(
                        lines,
                        sound,
                        station.time(),
                        station.loop().pool(),
                        transport::sendRtcp,
                        voice == null ? station.ssrc() : voice.stream().ssrc(),
                        LineMaker.CNAME,
                        now);
        counted = transport.counters();
        heardAt = now;
        if (onlySends(agreed)) {
            transport.expectMedia();
        }
        station.directory().add(transport);
        station.counters().onOpened();
    }

    /** An encoder: he hears and sees nothing. */
    private static boolean onlySends(Negotiated agreed) {
        MediaLine audio = agreed.audio();
        MediaLine down = agreed.down();
        return (audio == null || !audio.direction().sends())
                && (down == null || !down.direction().sends());
    }

    private void depart(Buffer packet, long nowNanos) {
        departures.stamp(packet, nowNanos);
        transport.sendRtp(packet);
    }

    @Override
    public void onRtp(Buffer packet, long nowNanos) {
        proven = true;
        try {
            if (Rtp.isValid(packet)) {
                take(packet, nowNanos);
            }
        } finally {
            packet.release();
        }
    }

    private void take(Buffer packet, long nowNanos) {
        heardAt = nowNanos;
        int sequence = Extension.transportSequence(packet, ids.transportSequence());
        if (sequence >= 0) {
            telling.onPacket(sequence, nowNanos);
        }
        Inbound target = binding.find(packet);
        if (target == null) {
            station.counters().onUnbound();
        } else {
            target.onRtp(packet, nowNanos);
        }
    }

    @Override
    public void onRtcp(Buffer compound, long nowNanos) {
        proven = true;
        try {
            hearing.onRtcp(compound, nowNanos);
        } finally {
            compound.release();
        }
    }

    @Override
    public void onState(State state) {
        boolean lost =
                switch (state) {
                    case State.New fresh -> false;
                    case State.Connected connected -> false;
                    case State.Disconnected silent -> false;
                    case State.Lost gone -> true;
                    case State.Failed failed -> true;
                    case State.Silent useless -> true;
                    case State.Closed over -> true;
                };
        if (state instanceof State.Silent) {
            station.counters().onSilent();
        }
        if (lost && !closed) {
            host.onLost(this);
        }
    }

    @Override
    public void onFeedbackDue() {
        telling.feedback(station.now());
    }

    @Override
    public void onSending(boolean sending) {
        host.onSending(this, sending);
    }

    @Override
    public void onTrouble(@Nullable VideoTrouble trouble) {
        host.onTrouble(this, trouble);
    }

    /** Lets time pass: 20 to 50 times a second. */
    void tick(long nowNanos) {
        transport.tick(nowNanos);
        if (closed) {
            return;
        }
        pacer.tick(nowNanos);
        PictureUp up = lines.pictureUp();
        if (up != null) {
            up.tick(nowNanos);
        }
        PictureDown down = lines.pictureDown();
        if (down != null) {
            down.pictures().tick(nowNanos);
            down.stream().tick(nowNanos);
        }
        if (transport.state().isOpen()) {
            telling.tick(watched(), nowNanos);
        }
    }

    private @Nullable PictureUp watched() {
        PictureDown down = lines.pictureDown();
        var current = down == null ? null : down.pictures().current();
        return current == null ? null : host.picture(current.name());
    }

    /** Adds what passed since the last call to the server's counters. */
    void count() {
        TransportCounters now = transport.counters();
        station.counters().add(counted, now);
        counted = now;
        PictureCounts pictures = PictureCounts.of(lines);
        station.counters().add(countedPictures, pictures);
        countedPictures = pictures;
        LineCounts lineCountsNow = LineCounts.of(lines);
        station.counters().add(lineCountsNow.since(lineCounts));
        lineCounts = lineCountsNow;
        station.counters().onMalformed(hearing.takeMalformed());
    }

    @Override
    public boolean proven() {
        return proven;
    }

    @Override
    public String answer() {
        return agreed.answer();
    }

    @Override
    public boolean offersAudio() {
        MediaLine audio = agreed.audio();
        return audio != null && audio.direction().receives();
    }

    @Override
    public boolean offersVideo() {
        MediaLine up = agreed.up();
        return up != null && up.direction().receives();
    }

    @Override
    public boolean decodes(VideoCodec codec) {
        MediaLine down = agreed.down();
        return down != null && down.codec(Format.valueOf(codec.name())).isPresent();
    }

    @Override
    public long heardAt() {
        return heardAt;
    }

    @Override
    public void watch(@Nullable String participant) {
        PictureDown down = lines.pictureDown();
        if (down != null) {
            PictureUp up = host.picture(participant);
            down.pictures().select(up == null ? null : up.source(), station.now());
        }
    }

    @Override
    public void hear(boolean audible) {
        VoiceUp voice = lines.voiceUp();
        if (voice != null) {
            voice.mixed().mute(!audible);
        }
    }

    @Override
    public void amplify(int decibels) {
        VoiceUp voice = lines.voiceUp();
        if (voice != null) {
            voice.mixed().amplify(decibels);
        }
    }

    @Override
    public Still still(long sinceNanos, Consumer<byte @Nullable []> made) {
        PictureUp up = lines.pictureUp();
        if (up == null || !station.stills().isFree()) {
            return Still.LATER;
        }
        Frame key = KeptKeyFrame.of(up.source(), sinceNanos);
        if (key == null) {
            return Still.NOTHING_NEW;
        }
        Executor loop = station.loop().executor();
        boolean taken = station.stills().offer(key, jpeg -> loop.execute(() -> made.accept(jpeg)));
        return taken ? Still.COMING : Still.LATER;
    }

    @Override
    public void requestKeyFrame() {
        PictureUp up = lines.pictureUp();
        if (up != null && !up.source().group().isKeyArriving(station.now())) {
            up.source().requestKeyFrame();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        host.onClosed(this);
        VoiceUp voice = lines.voiceUp();
        if (voice != null) {
            voice.mixed().leave();
        }
        PictureUp up = lines.pictureUp();
        if (up != null) {
            up.close();
        }
        PictureDown down = lines.pictureDown();
        if (down != null) {
            down.close();
        }
        pacer.close();
        count();
        station.directory().remove(transport);
        transport.close();
        station.counters().onClosed();
    }

    String id() {
        return id;
    }

    /** What he sends, as the room says it. */
    @Nullable VideoCodec codec() {
        PictureUp up = lines.pictureUp();
        return up == null ? null : VideoCodec.valueOf(up.source().codec().name());
    }

    Lines lines() {
        return lines;
    }
}
