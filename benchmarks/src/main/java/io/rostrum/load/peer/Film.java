package io.rostrum.load.peer;

import io.rostrum.media.codec.CodedPicture;
import org.jspecify.annotations.Nullable;

/** Coded pictures, one for each beat of the wall clock. */
interface Film extends AutoCloseable {
    /**
     * The picture of a beat; beats only grow.
     *
     * @param beat number since 1970, in the persona's pictures a second
     * @param keyFrameWanted whether somebody has asked for a key frame
     * @return null where there is none
     */
    @Nullable CodedPicture at(long beat, boolean keyFrameWanted);

    @Override
    void close();

    /** The film of a persona. */
    static Film of(Persona persona) {
        Film live = new LiveFilm(persona);
        Reel reel = persona.reel();
        return reel == null ? live : new Repeating(reel, persona.framesPerSecond(), live);
    }
}
