package io.rostrum.load.show;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** The clock of a studio: sixty lamps, one more for each second, and the second in figures. */
final class StudioClock {
    static final int X = 1168;
    static final int Y = 112;
    static final int RADIUS = 76;

    private StudioClock() {}

    static void draw(Graphics2D pen, int second) {
        pen.setColor(new Color(12, 16, 28));
        pen.fill(new Ellipse2D.Double(X - RADIUS, Y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS));
        for (int lamp = 0; lamp < 60; lamp++) {
            double turn = lamp / 60.0 * 2 * Math.PI;
            double size = lamp % 5 == 0 ? 7 : 5;
            pen.setColor(lamp <= second ? new Color(255, 84, 72) : new Color(64, 40, 48));
            double x = X + 62 * Math.sin(turn) - size / 2;
            double y = Y - 62 * Math.cos(turn) - size / 2;
            pen.fill(new Ellipse2D.Double(x, y, size, size));
        }
        String figures = (second < 10 ? ":0" : ":") + second;
        pen.setColor(Color.WHITE);
        pen.fill(Type.text(figures, X - Type.width(figures, 46) / 2 - 4, Y + 16, 46));
    }
}
