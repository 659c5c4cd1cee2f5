package io.rostrum.media.video;

import io.rostrum.media.codec.Picture;

/**
 * A board of points of light: how the station writes where there is no picture.
 *
 * <p>The colours are those of the look in limited range BT.601: the ground #0E1116, the unlit line
 * #2C3540, the light #F0F3F6. Whatever the machine has of fonts changes nothing.
 */
final class Points {
    static final int GROUND = 30;
    static final int LINE = 61;
    static final int LIGHT = 223;

    private static final int BLUE = 130;
    private static final int RED = 127;

    private final Picture picture;
    private final double radius;

    private Points(Picture picture, double radius) {
        this.picture = picture;
        this.radius = radius;
    }

    /**
     * An unlit board.
     *
     * @param radius of a point, in pixels
     */
    static Points on(int width, int height, double radius) {
        return new Points(Picture.of(width, height).fill(GROUND, BLUE, RED), radius);
    }

    Picture picture() {
        return picture;
    }

    /** A round point with a soft edge; what lies outside the picture is left out. */
    void light(double centreX, double centreY, int brightness) {
        int reach = (int) Math.ceil(radius) + 1;
        int left = (int) Math.max(0, Math.floor(centreX) - reach);
        int right = (int) Math.min(picture.width() - 1, Math.ceil(centreX) + reach);
        int top = (int) Math.max(0, Math.floor(centreY) - reach);
        int bottom = (int) Math.min(picture.height() - 1, Math.ceil(centreY) + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double cover = radius + 0.5 - Math.hypot(x - centreX, y - centreY);
                brighten(x, y, cover, brightness);
            }
        }
    }

    private void brighten(int x, int y, double cover, int brightness) {
        int value = GROUND + (int) ((brightness - GROUND) * Math.clamp(cover, 0.0, 1.0));
        int at = y * picture.stride(0) + x;
        if (value > (picture.bytes()[at] & 0xFF)) {
            picture.bytes()[at] = (byte) value;
        }
    }
}
