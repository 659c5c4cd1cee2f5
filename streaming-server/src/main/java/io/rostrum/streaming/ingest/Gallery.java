package io.rostrum.streaming.ingest;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.live.Writer;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Layer.Switches;
import io.rostrum.streaming.timeline.LayerEvent;
import io.rostrum.streaming.timeline.Shown;
import io.rostrum.streaming.timeline.Take;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/**
 * What is shown above a program's picture: kept first, then told to viewers. One change after the
 * other, so that each knows what the one before it came to. Confined to the program's event loop.
 */
final class Gallery {
    private static final int MOST_MARKS = 20;

    private final Storage storage;
    private final Writer writer;
    private Future<?> latest = Future.succeededFuture();

    Gallery(Storage storage, Writer writer) {
        this.storage = storage;
        this.writer = writer;
    }

    private Layer layer() {
        return writer.live().overlay().layer();
    }

    /** Somebody came on air, which the takes keep. */
    void took(Take take) {
        writer.layer(layer().with(take));
    }

    /**
     * Makes one change after those that are being kept.
     *
     * @param time of the latest picture; negative: the program is over
     */
    Future<Switches> show(Function<Switches, List<Shown>> change, LongSupplier time) {
        Future<Switches> shown =
                latest.otherwiseEmpty().compose(before -> onShow(change, time.getAsLong()));
        latest = shown;
        return shown;
    }

    /** Keeps the picture of a mark for {@link Shown.Logo}; gives its name. */
    Future<String> keepMark(byte[] png) {
        CRC32 sum = new CRC32();
        sum.update(png);
        String name = "logo-" + HexFormat.of().toHexDigits((int) sum.getValue()) + ".png";
        return storage.keepMark(name, png, MOST_MARKS)
                .recover(Program::full)
                .compose(kept ->
                        kept
                                ? Future.succeededFuture(name)
                                : Future.failedFuture(
                                        new Refusal(
                                                full(
                                                        "A program has at most "
                                                                + MOST_MARKS
                                                                + " pictures of marks."))));
    }

    private Future<Switches> onShow(Function<Switches, List<Shown>> change, long at) {
        if (at < 0) {
            return Future.failedFuture(
                    new Refusal(Problem.notOnAir(writer.live().channel().text())));
        }
        Switches now = layer().switches();
        List<LayerEvent> news = new ArrayList<>();
        for (Shown wanted : change.apply(now)) {
            Switches then = now.with(wanted);
            if (wanted instanceof Shown.Caption || !then.equals(now)) {
                news.add(new LayerEvent(at, wanted));
                now = then;
            }
        }
        return news.isEmpty() ? Future.succeededFuture(now) : keep(news, now);
    }

    private Future<Switches> keep(List<LayerEvent> news, Switches then) {
        boolean full = layer().chosen() + news.size() > Layer.MOST;
        if (full || then.titles().size() > Layer.MOST_TITLES) {
            return Future.failedFuture(
                    new Refusal(
                            full(
                                    full
                                            ? "The layer of a program has at most "
                                                    + Layer.MOST
                                                    + " changes."
                                            : "A program has titles of at most "
                                                    + Layer.MOST_TITLES
                                                    + " names.")));
        }
        return storage.keep(news)
                .recover(Program::full)
                .map(kept -> {
                    writer.layer(layer().with(news));
                    return then;
                });
    }

    private static Problem full(String words) {
        return new Problem("layer-full", 409, "layer full", words);
    }
}
