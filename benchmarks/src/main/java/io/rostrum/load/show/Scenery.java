package io.rostrum.load.show;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/** What stands behind a person; drawn once. Units: 1280 by 720. */
final class Scenery {
    private final Graphics2D pen;
    private final Look look;
    private final SplittableRandom dice;

    private Scenery(Graphics2D pen, Look look) {
        this.pen = pen;
        this.look = look;
        dice = new SplittableRandom(look.place().seed());
    }

    static void draw(Graphics2D pen, Look look) {
        new Scenery(pen, look).draw();
    }

    private void draw() {
        pen.setPaint(new GradientPaint(0, 0, look.wall(), 0, 720, look.floor()));
        pen.fillRect(0, 0, 1280, 720);
        switch (look.place()) {
            case NEWSROOM -> newsroom();
            case LIBRARY -> library();
            case GARDEN -> garden();
        }
    }

    /** A window over a town at dusk. */
    private void newsroom() {
        pen.setPaint(
                new GradientPaint(0, 80, new Color(36, 58, 110), 0, 470, new Color(232, 138, 94)));
        pen.fill(new RoundRectangle2D.Double(70, 70, 1140, 430, 24, 24));
        for (int x = 90; x < 1190; ) {
            int width = 40 + dice.nextInt(60);
            int height = 70 + dice.nextInt(190);
            tower(x, 500 - height, Math.min(width, 1200 - x), height);
            x += width + 6;
        }
        pen.setColor(look.wall());
        for (int x : new int[] {360, 640, 920}) {
            pen.fillRect(x - 5, 70, 10, 430);
        }
    }

    private void tower(int x, int y, int width, int height) {
        pen.setColor(new Color(24, 30, 56));
        pen.fillRect(x, y, width, height);
        pen.setColor(new Color(255, 214, 140));
        for (int row = y + 12; row < 485; row += 22) {
            for (int column = x + 8; column < x + width - 10; column += 16) {
                if (dice.nextInt(3) == 0) {
                    pen.fillRect(column, row, 7, 10);
                }
            }
        }
    }

    private void library() {
        for (int shelf = 0; shelf < 4; shelf++) {
            int base = 170 + shelf * 150;
            for (int x = 60; x < 1200; ) {
                int width = 18 + dice.nextInt(22);
                int height = 80 + dice.nextInt(42);
                float hue = dice.nextInt(3) == 0 ? 0.08f : 0.02f + 0.6f * (float) dice.nextDouble();
                pen.setColor(
                        Color.getHSBColor(hue, 0.38f, 0.32f + 0.2f * (float) dice.nextDouble()));
                pen.fill(new RoundRectangle2D.Double(x, base - height, width, height, 5, 5));
                x += width + (dice.nextInt(9) == 0 ? 40 : 2);
            }
            pen.setColor(look.floor().darker());
            pen.fillRect(40, base, 1200, 16);
        }
    }

    private void garden() {
        pen.setColor(new Color(255, 244, 206));
        pen.fill(new Ellipse2D.Double(930, 90, 120, 120));
        hill(470, 90, new Color(122, 168, 132));
        hill(540, 70, new Color(84, 140, 102));
        hill(620, 50, new Color(52, 108, 78));
        for (int i = 0; i < 60; i++) {
            pen.setColor(i % 2 == 0 ? look.accent() : new Color(250, 226, 150));
            int size = 6 + dice.nextInt(8);
            pen.fill(new Ellipse2D.Double(dice.nextInt(1280), 640 + dice.nextInt(70), size, size));
        }
    }

    private void hill(int top, int swing, Color color) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 720);
        double shift = dice.nextDouble() * 6;
        for (int x = 0; x <= 1280; x += 20) {
            path.lineTo(x, top + swing * Math.sin(x / 190.0 + shift));
        }
        path.lineTo(1280, 720);
        path.closePath();
        pen.setColor(color);
        pen.fill(path);
    }
}
