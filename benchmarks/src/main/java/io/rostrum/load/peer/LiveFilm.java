package io.rostrum.load.peer;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoSettings;
import org.jspecify.annotations.Nullable;

/** Shoots and encodes each picture as its moment comes. */
final class LiveFilm implements Film {
    private final Persona persona;
    private final H264Encoder encoder;
    private final Picture picture;

    LiveFilm(Persona persona) {
        this.persona = persona;
        picture = Picture.of(persona.width(), persona.height());
        encoder =
                new H264Encoder(
                        VideoSettings.of(
                                persona.width(),
                                persona.height(),
                                persona.framesPerSecond(),
                                persona.bitRate()));
    }

    @Override
    public @Nullable CodedPicture at(long beat, boolean keyFrameWanted) {
        long micros = PictureLine.micros(beat, persona.framesPerSecond());
        persona.camera().shoot(picture, micros);
        return encoder.encode(picture, PictureLine.ticks(micros), keyFrameWanted);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
