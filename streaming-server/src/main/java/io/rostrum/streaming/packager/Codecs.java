package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.Locale;

/**
 * What a player has to be able to decode, as far as is known: what the most demanding take needs.
 *
 * <p>A program is cut between sources that were never asked for the same profile. A player that is
 * told too little may build a decoder that a later take breaks, so the highest counts. Immutable;
 * any thread.
 *
 * @param profile the highest
 * @param constraints that all takes of that profile keep
 * @param level the highest, of whichever profile
 * @param sound as RFC 6381 names it
 */
public record Codecs(int profile, int constraints, int level, String sound) {

    /** By the header alone: what the first source needs. */
    static Codecs of(InitSegment init) {
        Track.Video picture = (Track.Video) init.track(FeedTracks.VIDEO).orElseThrow();
        String sound = init.track(FeedTracks.AAC).map(Track::codec).orElseThrow();
        Codecs codecs = new Codecs(0, 0, 0, sound);
        for (byte[] sps : picture.config().sps()) {
            codecs = codecs.with(sps);
        }
        return codecs;
    }

    /**
     * By the header alone: what the first source needs.
     *
     * @param init of a feed, which was checked when it came
     */
    public static Codecs of(byte[] init) {
        try {
            return of(InitSegment.read(init));
        } catch (CmafException e) {
            throw new IllegalStateException("was checked when it came", e);
        }
    }

    /** ITU-T H.264 section 7.3.2.1.1: profile, constraints and level are its first bytes. */
    Codecs with(byte[] sps) {
        int its = sps[1] & 0xFF;
        int kept =
                its > profile ? sps[2] & 0xFF : its == profile ? constraints & sps[2] : constraints;
        return new Codecs(Math.max(profile, its), kept, Math.max(level, sps[3] & 0xFF), sound);
    }

    /**
     * With what this key frame needs, by the parameter sets in it; itself where that is nothing
     * new.
     */
    public Codecs seeing(byte[] keyFrame) {
        Codecs codecs = this;
        for (byte[] sps : NalUnits.parameterSets(keyFrame)) {
            codecs = codecs.with(sps);
        }
        return codecs;
    }

    /** As RFC 6381 names them, for the CODECS attribute of a playlist. */
    public String text() {
        return String.format(
                Locale.ROOT, "avc3.%02x%02x%02x,%s", profile, constraints, level, sound);
    }
}
