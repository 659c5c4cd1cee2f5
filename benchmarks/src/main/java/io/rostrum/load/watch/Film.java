package io.rostrum.load.watch;

import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.protocol.cmaf.AvcConfig;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Some seconds of coded pictures, to be shown again and again; the first is a key frame.
 *
 * @param units NAL units with 4-byte lengths
 */
record Film(AvcConfig config, List<byte[]> units) {
    static final int FRAMES_PER_SECOND = 25;

    /** H.264 type 12: filler, which decoders skip. */
    private static final byte FILLER = 12;

    private static final int SEQUENCE_SET = 7;
    private static final int PICTURE_SET = 8;

    Film {
        units = List.copyOf(units);
    }

    /** A portrait, filled up to this bit rate so that it costs what real pictures do. */
    static Film shoot(int seconds, int bitRate) {
        List<byte[]> units = new ArrayList<>();
        Portrait portrait = new Portrait("Crowd", Tint.rgb(196, 74, 60));
        Picture picture = Picture.of(640, 360);
        AvcConfig config = null;
        try (H264Encoder encoder =
                new H264Encoder(VideoSettings.of(640, 360, FRAMES_PER_SECOND, bitRate / 2))) {
            for (int i = 0; i < seconds * FRAMES_PER_SECOND; i++) {
                portrait.shoot(picture, i * 1_000_000L / FRAMES_PER_SECOND);
                CodedPicture coded =
                        encoder.encode(picture, i * 90_000L / FRAMES_PER_SECOND, i == 0);
                if (coded != null) {
                    config = i == 0 ? config(coded.nalUnits()) : config;
                    units.add(filled(coded.nalUnits(), bitRate / 8 / FRAMES_PER_SECOND));
                }
            }
        }
        return new Film(Objects.requireNonNull(config), units);
    }

    private static AvcConfig config(List<byte[]> nals) {
        return AvcConfig.of(of(nals, SEQUENCE_SET), of(nals, PICTURE_SET));
    }

    private static byte[] of(List<byte[]> nals, int type) {
        return nals.stream().filter(nal -> (nal[0] & 0x1F) == type).findFirst().orElseThrow();
    }

    private static byte[] filled(List<byte[]> nals, int bytes) {
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        nals.forEach(nal -> add(unit, nal));
        int missing = bytes - unit.size() - 4;
        if (missing > 1) {
            byte[] filler = new byte[missing];
            Arrays.fill(filler, (byte) 0xFF);
            filler[0] = FILLER;
            add(unit, filler);
        }
        return unit.toByteArray();
    }

    private static void add(ByteArrayOutputStream unit, byte[] nal) {
        unit.writeBytes(ByteBuffer.allocate(4).putInt(nal.length).array());
        unit.writeBytes(nal);
    }
}
