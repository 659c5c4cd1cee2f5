package io.rostrum.load.show;

import io.rostrum.load.scene.Camera;
import io.rostrum.media.codec.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;

/** A person in his place, with name and clock: the same again every {@link Turns#ROUND}. */
public final class Presenter implements Camera {
    public static final int WIDTH = 1280;
    public static final int HEIGHT = 720;

    private static final Rectangle ALL = new Rectangle(WIDTH, HEIGHT);

    /** What moves; all else is drawn once. */
    private static final Rectangle HEAD = new Rectangle(484, 120, 312, 360);

    private static final Rectangle CLOCK =
            new Rectangle(
                    StudioClock.X - StudioClock.RADIUS,
                    StudioClock.Y - StudioClock.RADIUS,
                    2 * StudioClock.RADIUS,
                    2 * StudioClock.RADIUS);

    private final Look look;
    private final Speech speech;
    private final Face face;
    private final BufferedImage still = canvas();
    private final BufferedImage now = canvas();
    private @Nullable Picture drawn;
    private int second = -1;

    public Presenter(String name, String role, Look look, Speech speech) {
        this.look = look;
        this.speech = speech;
        face = new Face(look);
        Graphics2D pen = pen(still);
        Scenery.draw(pen, look);
        face.shoulders(pen);
        title(pen, name, role);
        pen.dispose();
    }

    /** One at a time: several participants may play the same person. */
    @Override
    public synchronized void shoot(Picture into, long micros) {
        boolean first = into != drawn;
        drawn = into;
        Graphics2D pen = pen(now);
        if (first) {
            pen.drawImage(still, 0, 0, null);
            second = -1;
        }
        head(pen, micros);
        boolean tick = clock(pen, (int) (micros / 1_000_000 % 60));
        pen.dispose();
        int[] colours = ((DataBufferInt) now.getRaster().getDataBuffer()).getData();
        Ink.copy(colours, into, first ? ALL : HEAD);
        if (tick) {
            Ink.copy(colours, into, CLOCK);
        }
    }

    private void head(Graphics2D pen, long micros) {
        pen.setClip(HEAD);
        pen.drawImage(still, 0, 0, null);
        double seconds = micros % (Turns.ROUND * 1_000_000L) / 1e6;
        double mouth = speech.mouth(micros);
        double sway = 5 * Math.sin(2 * Math.PI * seconds / 6) + 4 * mouth;
        face.head(pen, sway, mouth, eyes(seconds));
        pen.setClip(null);
    }

    /** A blink every four seconds, at another moment for each person. */
    private double eyes(double seconds) {
        double moment = (seconds + look.place().seed() * 1.3) % 4;
        return moment < 0.2 ? Math.abs(moment - 0.1) * 10 : 1;
    }

    private boolean clock(Graphics2D pen, int newSecond) {
        if (newSecond == second) {
            return false;
        }
        second = newSecond;
        pen.setClip(CLOCK);
        pen.drawImage(still, 0, 0, null);
        StudioClock.draw(pen, newSecond);
        pen.setClip(null);
        return true;
    }

    private void title(Graphics2D pen, String name, String role) {
        double width = Math.max(Type.width(name, 46), Type.width(role, 26)) + 76;
        pen.setColor(new Color(12, 16, 28, 214));
        pen.fill(new RoundRectangle2D.Double(64, 566, width, 104, 18, 18));
        pen.setColor(look.accent());
        pen.fill(new RoundRectangle2D.Double(64, 566, 12, 104, 12, 12));
        pen.setColor(Color.WHITE);
        pen.fill(Type.text(name, 98, 618, 46));
        pen.setColor(new Color(214, 220, 232));
        pen.fill(Type.text(role, 98, 654, 26));
    }

    private static BufferedImage canvas() {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D pen(BufferedImage on) {
        Graphics2D pen = on.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }
}
