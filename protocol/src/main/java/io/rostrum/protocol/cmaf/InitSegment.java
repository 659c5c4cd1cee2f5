package io.rostrum.protocol.cmaf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an init (ftyp and moov) says: its tracks, in order. */
public record InitSegment(List<Track> tracks) {
    public InitSegment {
        tracks = List.copyOf(tracks);
        Set<Integer> ids = new HashSet<>();
        for (Track track : tracks) {
            if (!ids.add(track.id())) {
                throw new IllegalArgumentException("two tracks of id " + track.id());
            }
        }
        if (tracks.isEmpty() || tracks.size() > 16) {
            throw new IllegalArgumentException(tracks.size() + " tracks");
        }
    }

    public static InitSegment of(Track... tracks) {
        return new InitSegment(List.of(tracks));
    }

    /**
     * Reads a whole init.
     *
     * @throws CmafException for anything that is not one
     */
    public static InitSegment read(byte[] bytes) throws CmafException {
        return InitReader.read(bytes);
    }

    /** The init as bytes, about 1 kB. */
    public byte[] bytes() {
        return InitWriter.write(this);
    }

    public Optional<Track> track(int id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst();
    }

    /** The same init with only some of its tracks. */
    public InitSegment only(Set<Integer> ids) {
        return new InitSegment(tracks.stream().filter(track -> ids.contains(track.id())).toList());
    }
}
