package io.rostrum.media.codec;

import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/**
 * H.264 constrained baseline by OpenH264: no B-frames, parameter sets before each IDR, Annex B.
 *
 * <p>OpenH264 comes with the LGPL build of ffmpeg; x264 would need the GPL one.
 */
public final class H264Encoder implements VideoEncoder {
    private final FfmpegEncoder encoder;

    public H264Encoder(VideoSettings settings) {
        encoder =
                new FfmpegEncoder(
                        "libopenh264",
                        settings,
                        avcodec.AV_PROFILE_H264_CONSTRAINED_BASELINE,
                        "allow_skip_frames",
                        "0",
                        "rc_mode",
                        "bitrate",
                        "coder",
                        "cavlc");
    }

    @Override
    public @Nullable CodedPicture encode(Picture picture, long pts, boolean keyFrame) {
        return encoder.encode(picture, pts, keyFrame);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
