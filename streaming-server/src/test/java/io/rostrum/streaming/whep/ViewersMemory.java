package io.rostrum.streaming.whep;

import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.sdp.Answerer;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.video.H264Payloads;
import io.rostrum.net.ServerTime;
import io.rostrum.protocol.cmaf.Sample;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What so many viewers of one program cost in memory while it plays: run by hand, with their number
 * as the argument. Three seconds of 2.5 Mbit/s at 30 pictures a second, without the path.
 */
final class ViewersMemory {
    private static final int PICTURES = 90;
    private static final int PICTURE_BYTES = 10_400;
    private static final long STEP_NANOS = 33_333_333L;

    private final SecureRandom random = new SecureRandom();
    private final BufferPool pool = new BufferPool(1024);
    private final H264Payloads payloads = new H264Payloads(Row.MOST_PAYLOAD);

    private ViewersMemory() {}

    public static void main(String[] arguments) throws Exception {
        int viewers = Integer.parseInt(arguments[0]);
        System.out.println(new ViewersMemory().measure(viewers));
    }

    private String measure(int viewers) throws Exception {
        Negotiated agreed = agreed();
        long empty = used();
        List<Lines> all = new ArrayList<>();
        for (int i = 0; i < viewers; i++) {
            all.add(lines(agreed));
        }
        long start = System.nanoTime();
        for (int i = 0; i < PICTURES; i++) {
            CutPicture picture = picture(i);
            long now = i * STEP_NANOS;
            all.forEach(lines -> lines.picture(picture, now));
        }
        long took = System.nanoTime() - start;
        long held = used() - empty;
        all.forEach(Lines::close);
        return "%d viewers: %.1f MB, %.1f kB each; %.2f us a picture and viewer"
                .formatted(
                        viewers, held / 1e6, held / 1e3 / viewers, took / 1e3 / PICTURES / viewers);
    }

    private static long used() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private CutPicture picture(int index) {
        byte[] unit =
                ByteBuffer.allocate(4 + PICTURE_BYTES)
                        .putInt(PICTURE_BYTES)
                        .put((byte) 0x65)
                        .array();
        return CutPicture.of(new Sample(1, 1 + 3000L * index, 1, index % 60 == 0, unit), payloads);
    }

    private Lines lines(Negotiated agreed) {
        return new Lines(
                agreed,
                new ProgramTime(Instant.EPOCH, new ServerTime(Instant.EPOCH, 0)),
                pool,
                (packet, now) -> packet.release(),
                random);
    }

    private Negotiated agreed() throws Exception {
        DtlsIdentity identity = DtlsIdentity.create(random, Instant.now());
        IceCredentials ice = IceCredentials.random(random);
        Offerer offerer =
                new Offerer(
                        new LocalEnd(ice, identity.fingerprint(), List.of(), "viewer"),
                        List.of(),
                        List.of(Format.H264),
                        random::nextInt);
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        LocalEnd end = new LocalEnd(ice, identity.fingerprint(), List.of(here), Lines.CNAME);
        return Answerer.answer(
                offerer.offer(), Answerer.Purpose.WATCH, end, () -> random.nextInt() | 1);
    }
}
