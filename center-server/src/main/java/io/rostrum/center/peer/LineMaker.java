package io.rostrum.center.peer;

import io.rostrum.media.audio.Mixer;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.rtp.Memory;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.Extension;
import io.rostrum.media.sdp.MediaLine;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.video.PictureSwitch;
import io.rostrum.media.video.VideoCodec;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the lines of one participant out of what was negotiated. */
final class LineMaker {
    /** Sound and picture of the server belong together in lip sync. */
    static final String CNAME = "rostrum";

    private static final int HALF_SEQUENCE = 1 << 15;

    /** Told whose picture somebody gets from now on. */
    @FunctionalInterface
    interface Cuts {
        void onCut(String viewer, String participant);
    }

    private final String id;
    private final Negotiated agreed;
    private final ExtensionIds ids;
    private final Station station;
    private final SendStream.Out out;
    private final RandomGenerator random;
    private final LipSync sync = new LipSync();

    LineMaker(String id, Negotiated agreed, ExtensionIds ids, Station station, SendStream.Out out) {
        this.id = id;
        this.agreed = agreed;
        this.ids = ids;
        this.station = station;
        this.out = out;
        random = station.surroundings().random();
    }

    /** BUNDLE: one id means the same on every line (RFC 9143 section 8). */
    static ExtensionIds ids(Negotiated agreed) {
        return new ExtensionIds(
                id(agreed, Extension.AUDIO_LEVEL),
                id(agreed, Extension.TRANSPORT_CC),
                id(agreed, Extension.ABS_SEND_TIME),
                id(agreed, Extension.MID),
                id(agreed, Extension.RID),
                id(agreed, Extension.REPAIRED_RID));
    }

    private static int id(Negotiated agreed, Extension extension) {
        int id = id(agreed.down(), extension);
        id = id == 0 ? id(agreed.up(), extension) : id;
        return id == 0 ? id(agreed.audio(), extension) : id;
    }

    private static int id(@Nullable MediaLine line, Extension extension) {
        return line == null ? 0 : line.extension(extension);
    }

    Lines lines(Sound sound, PictureUp.Owner owner, Cuts cuts) {
        VoiceDown voiceDown = voiceDown(sound);
        VoiceUp voiceUp = voiceUp(sound, voiceDown);
        return new Lines(voiceUp, voiceDown, pictureUp(owner), pictureDown(cuts));
    }

    private @Nullable VoiceDown voiceDown(Sound sound) {
        MediaLine line = agreed.audio();
        MediaLine.Stream outgoing = line == null ? null : line.outgoing();
        if (line == null || outgoing == null) {
            return null;
        }
        SendStream stream =
                new SendStream(
                        SendStream.Settings.sound(
                                outgoing.ssrc(), RtpClock.OPUS, CNAME, firstSequence()),
                        station.loop().pool(),
                        out);
        return new VoiceDown(stream, line.codecs().getFirst().payloadType(), sound);
    }

    /** Also for somebody who only listens: he is a participant of the mix. */
    private @Nullable VoiceUp voiceUp(Sound sound, @Nullable VoiceDown down) {
        MediaLine line = agreed.audio();
        if (line == null) {
            return null;
        }
        Mixer.Participant mixed = sound.join(down);
        VoiceUp voice = new VoiceUp(mixed, ids, line.codecs().getFirst().payloadType(), sync);
        sound.add(id, voice);
        return voice;
    }

    private @Nullable PictureUp pictureUp(PictureUp.Owner owner) {
        MediaLine line = agreed.up();
        return line == null
                ? null
                : new PictureUp(
                        id, line.codecs().getFirst(), List.of(), sync, station.converters(), owner);
    }

    private @Nullable PictureDown pictureDown(Cuts cuts) {
        MediaLine line = agreed.down();
        MediaLine.Stream outgoing = line == null ? null : line.outgoing();
        if (line == null || outgoing == null) {
            return null;
        }
        int firstSequence = firstSequence();
        return new PictureDown(
                memory -> pictureStream(line, outgoing, firstSequence, memory),
                (sent, listener) ->
                        new PictureSwitch(
                                switchSettings(line, firstSequence),
                                station.loop().pool(),
                                sent,
                                listener),
                participant -> cuts.onCut(id, participant));
    }

    private SendStream pictureStream(
            MediaLine line, MediaLine.Stream outgoing, int firstSequence, Memory memory) {
        Map<Integer, Integer> repairs = new HashMap<>();
        if (outgoing.rtx().isPresent()) {
            for (Codec codec : line.codecs()) {
                codec.rtx().ifPresent(rtx -> repairs.put(codec.payloadType(), rtx));
            }
        }
        return new SendStream(
                new SendStream.Settings(
                        outgoing.ssrc(),
                        RtpClock.VIDEO,
                        CNAME,
                        firstSequence,
                        outgoing.rtx().orElse(0),
                        repairs),
                station.loop().pool(),
                out,
                memory);
    }

    private PictureSwitch.Settings switchSettings(MediaLine line, int firstSequence) {
        Map<VideoCodec, Integer> types = new EnumMap<>(VideoCodec.class);
        for (Codec codec : line.codecs()) {
            types.putIfAbsent(VideoCodec.valueOf(codec.format().name()), codec.payloadType());
        }
        return new PictureSwitch.Settings(
                types,
                ids,
                line.mid(),
                firstSequence,
                random.nextInt(),
                random.nextInt(HALF_SEQUENCE));
    }

    /** RFC 3550 section 5.1: random; in the lower half, so that SRTP's first wrap is far away. */
    private int firstSequence() {
        return random.nextInt(HALF_SEQUENCE);
    }
}
