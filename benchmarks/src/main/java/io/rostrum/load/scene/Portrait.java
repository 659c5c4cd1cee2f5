package io.rostrum.load.scene;

import io.rostrum.media.codec.Picture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Satin of a person's colour with a wandering light, his name, and a clock that runs. */
public final class Portrait implements Camera {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.S").withZone(ZoneOffset.UTC);
    private static final int FOLD = 512;
    private static final int DEPTH = 14;

    private final String name;
    private final Tint tint;
    private final Tint light;
    private final byte[] satin = new byte[FOLD];

    public Portrait(String name, Tint tint) {
        this.name = name;
        this.tint = tint;
        light = new Tint(Math.min(235, tint.y() + 60), (tint.u() + 128) / 2, (tint.v() + 128) / 2);
        for (int i = 0; i < FOLD; i++) {
            double wave = Math.sin(2 * Math.PI * i / FOLD);
            satin[i] = (byte) Math.clamp(Math.round(tint.y() + DEPTH * wave), 16, 235);
        }
    }

    @Override
    public void shoot(Picture into, long micros) {
        drape(into, (int) (micros / 25_000));
        double turn = micros % 12_000_000 / 12e6 * 2 * Math.PI;
        int x = (int) (into.width() * (0.5 + 0.38 * Math.sin(turn)));
        int y = (int) (into.height() * (0.42 + 0.30 * Math.sin(2 * turn)));
        Brush.disc(into, x, y, into.height() / 14, light);
        caption(into, CLOCK.format(Instant.ofEpochMilli(micros / 1000)));
    }

    private void drape(Picture into, int shift) {
        byte[] bytes = into.bytes();
        for (int row = 0; row < into.height(); row++) {
            int at = row * into.width();
            for (int column = 0; column < into.width(); column++) {
                bytes[at + column] = satin[column + 2 * row + shift & FOLD - 1];
            }
        }
        Arrays.fill(bytes, into.at(1), into.at(2), (byte) tint.u());
        Arrays.fill(bytes, into.at(2), bytes.length, (byte) tint.v());
    }

    private void caption(Picture into, String clock) {
        int scale = Math.max(1, into.height() / 90);
        int band = (Letters.HEIGHT + 4) * scale;
        int top = into.height() - band - 3 * scale;
        Brush.shade(into, top, band);
        Letters.write(into, name, 4 * scale, top + 2 * scale, scale);
        int left = into.width() - Letters.width(clock, scale) - 4 * scale;
        Letters.write(into, clock, left, top + 2 * scale, scale);
    }
}
