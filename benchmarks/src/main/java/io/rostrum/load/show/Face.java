package io.rostrum.load.show;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;

/** Draws a person: shoulders once, the head at every picture. Units: 1280 by 720. */
final class Face {
    private static final double X = 640;
    private static final double Y = 300;

    private final Look look;

    Face(Look look) {
        this.look = look;
    }

    /** What does not move. */
    void shoulders(Graphics2D pen) {
        if (look.longHair()) {
            pen.setColor(look.hair());
            pen.fill(new RoundRectangle2D.Double(X - 148, Y - 110, 296, 330, 190, 190));
        }
        pen.setColor(look.cloth());
        Path2D body = new Path2D.Double();
        body.moveTo(X - 330, 720);
        body.curveTo(X - 320, 520, X - 210, 490, X - 70, 470);
        body.lineTo(X + 70, 470);
        body.curveTo(X + 210, 490, X + 320, 520, X + 330, 720);
        body.closePath();
        pen.fill(body);
        pen.setColor(look.skin().darker());
        pen.fill(new RoundRectangle2D.Double(X - 52, Y + 70, 104, 130, 50, 50));
        pen.setColor(look.cloth().darker());
        Path2D collar = new Path2D.Double();
        collar.moveTo(X - 76, 466);
        collar.lineTo(X, 560);
        collar.lineTo(X + 76, 466);
        collar.lineTo(X + 96, 482);
        collar.lineTo(X, 600);
        collar.lineTo(X - 96, 482);
        collar.closePath();
        pen.fill(collar);
    }

    /**
     * @param nod how far the head is moved, in units
     * @param mouth 0 closed, 1 wide open
     * @param eyes 0 closed, 1 open
     */
    void head(Graphics2D pen, double nod, double mouth, double eyes) {
        Graphics2D moved = (Graphics2D) pen.create();
        moved.translate(nod * 0.6, nod);
        skull(moved);
        eye(moved, X - 46, eyes);
        eye(moved, X + 46, eyes);
        moved.setColor(look.skin().darker());
        moved.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        moved.draw(new QuadCurve2D.Double(X - 4, Y + 8, X + 22, Y + 42, X - 8, Y + 44));
        lips(moved, mouth);
        moved.dispose();
    }

    private void skull(Graphics2D pen) {
        pen.setColor(look.hair());
        pen.fill(new Ellipse2D.Double(X - 128, Y - 158, 256, 250));
        pen.setColor(look.skin());
        pen.fill(new Ellipse2D.Double(X - 124, Y - 8, 34, 56));
        pen.fill(new Ellipse2D.Double(X + 90, Y - 8, 34, 56));
        pen.fill(new RoundRectangle2D.Double(X - 106, Y - 96, 212, 244, 190, 210));
        pen.setColor(look.hair());
        pen.fill(new Arc2D.Double(X - 118, Y - 146, 236, 150, 8, 164, Arc2D.CHORD));
        pen.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new QuadCurve2D.Double(X - 72, Y - 40, X - 48, Y - 54, X - 22, Y - 42));
        pen.draw(new QuadCurve2D.Double(X + 22, Y - 42, X + 48, Y - 54, X + 72, Y - 40));
    }

    private void eye(Graphics2D pen, double x, double open) {
        double height = Math.max(2, 26 * open);
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(x - 20, Y - 8 - height / 2, 40, height));
        double pupil = Math.min(18, height);
        pen.setColor(new Color(44, 36, 32));
        pen.fill(new Ellipse2D.Double(x - 9, Y - 8 - pupil / 2, 18, pupil));
    }

    private void lips(Graphics2D pen, double open) {
        double width = 66 - 14 * open;
        double height = 9 + 34 * open;
        pen.setColor(new Color(150, 62, 64));
        pen.fill(
                new RoundRectangle2D.Double(
                        X - width / 2, Y + 84 - height / 2, width, height, height, height));
        if (open > 0.25) {
            pen.setColor(new Color(84, 26, 34));
            pen.fill(
                    new Ellipse2D.Double(
                            X - width / 2 + 8, Y + 88 - height / 2, width - 16, height - 9));
        }
    }
}
