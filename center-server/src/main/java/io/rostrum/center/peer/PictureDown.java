package io.rostrum.center.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.rtp.Memory;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.video.PictureSource;
import io.rostrum.media.video.PictureSwitch;
import io.rostrum.net.ServerTime;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The chosen picture on its way to a participant. */
final class PictureDown implements PictureSwitch.Listener {
    private final SendStream stream;
    private final PictureSwitch pictures;
    private final Consumer<String> cut;
    private boolean newClock;

    /**
     * @param streams makes the stream, whose lost packets the switch makes again
     * @param switches makes the switch that tells us of its cuts
     * @param cut told whose picture it is from now on
     */
    PictureDown(
            Function<Memory, SendStream> streams,
            BiFunction<PictureSwitch.Out, PictureSwitch.Listener, PictureSwitch> switches,
            Consumer<String> cut) {
        this.cut = cut;
        stream = streams.apply(this::recall);
        pictures = switches.apply(stream::send, this);
    }

    private @Nullable Buffer recall(int sequence, long nowNanos) {
        return pictures.recall(sequence, nowNanos);
    }

    @Override
    public void onCut(@Nullable PictureSource source, long nowNanos) {
        newClock = true;
        if (source != null) {
            cut.accept(source.name());
        }
    }

    /** The room knows by the codecs, and tells the viewer. */
    @Override
    public void onUndecodable(PictureSource source, long nowNanos) {}

    /** Whether a report is due because the picture's clock has changed. */
    boolean takeNewClock() {
        boolean taken = newClock;
        newClock = false;
        return taken;
    }

    /** Ties the stream's clock to the server's, by the source's last packet. */
    void synchronise(PictureUp source, ServerTime time) {
        OptionalInt timestamp = pictures.outTimestamp(source.lastTimestamp());
        if (timestamp.isPresent()) {
            long nanos = source.serverNanos(source.lastTimestamp(), source.lastPacketAt());
            stream.synchronise(time.ntp(nanos), timestamp.getAsInt());
        }
    }

    PictureSwitch pictures() {
        return pictures;
    }

    SendStream stream() {
        return stream;
    }

    void close() {
        pictures.close();
        stream.close();
    }
}
