package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Clock;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.peer.Witness;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.media.codec.Picture;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.RoomPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * From a mouth to an ear in another browser, and what the server adds to a packet that would have
 * gone straight. Each run has a room of its own, since the phase of its mixer is chance.
 */
record Hearing(int runs) implements Measurement {
    private static final double SECONDS = 12;

    /** Beeps at the beginning are left out: the jitter buffers still learn. */
    private static final int LEARNING = 4;

    /** What an Opus encoder looks ahead: part of any call, and once more of the server. */
    private static final double CODEC_MILLIS = 6.5;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        List<Double> total = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        Lens eve = site.person(new Person("Eve", Colour.GREEN, 0));
        for (int run = 0; run < runs; run++) {
            NewRoom room = site.room("Sound " + run);
            Mouth mouth = new Mouth(new Clapper().microphone());
            Ear ear = new Ear();
            SyntheticParticipant speaker =
                    site.synthetic(persona("Ana", mouth), room.host(), Witness.none());
            SyntheticParticipant listener =
                    site.synthetic(persona("Ben", Microphone.silence()), room.guest(), ear);
            RoomPage page = RoomPage.enter(eve.browser(), room.link());
            eve.awaitFirst();
            eve.first();
            eve.listenForBeeps();
            eve.browser().page().waitForTimeout(SECONDS * 1000);
            total.add(middle(eve.takeBeeps().stream().map(Clapper::sinceStrike).toList()));
            added.add(middle(delays(mouth, ear)));
            page.leave();
            site.leave(listener);
            site.leave(speaker);
        }
        return List.of(
                Figure.millis("sound: mouth to ear in a browser", "200 ms", total),
                Figure.millis("sound: of which the server adds", "60 ms", added));
    }

    private static Persona persona(String name, Microphone microphone) {
        return Persona.of(name, new Portrait(name, Tint.rgb(40, 60, 220)), microphone);
    }

    private static List<Double> delays(Mouth mouth, Ear ear) {
        return Clapper.pairs(List.copyOf(mouth.sent), List.copyOf(ear.heard)).stream()
                .sorted(Comparator.comparingDouble(Clapper.Pair::first))
                .map(pair -> pair.late() - CODEC_MILLIS)
                .toList();
    }

    private static double middle(List<Double> all) {
        List<Double> learnt = all.subList(Math.min(LEARNING, all.size()), all.size());
        return Figure.millis("", "", learnt).median();
    }

    /** Notes when the packet with a strike's first sample goes out. */
    private static final class Mouth implements Microphone {
        private final Microphone scene;
        private final ConcurrentLinkedQueue<Double> sent = new ConcurrentLinkedQueue<>();

        Mouth(Microphone scene) {
            this.scene = scene;
        }

        @Override
        public void record(float[] into, long sample) {
            scene.record(into, sample);
            // strikes begin with a packet: both count from 1970
            if (sample % (RATE * Clapper.PERIOD_MILLIS / 1000) == 0) {
                sent.add(Clock.wall() / 1e6);
            }
        }
    }

    /** Notes when a strike's first sample would be played if packets were played as they come. */
    private static final class Ear implements Witness {
        private final Onset onset = new Onset();
        private final ConcurrentLinkedQueue<Double> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void onSound(float[] stereo, int samples, long nowNanos) {
            int at = onset.next(stereo, samples, 2);
            if (at >= 0) {
                heard.add(Clock.wallAt(nowNanos) / 1e6 + at * 1000.0 / Onset.RATE);
            }
        }

        @Override
        public void onPicture(Picture picture, long nowNanos) {}
    }
}
