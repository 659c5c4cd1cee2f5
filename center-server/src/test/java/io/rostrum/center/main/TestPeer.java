package io.rostrum.center.main;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Accepted;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.MediaLine;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.media.transport.Transport;
import io.rostrum.testing.Tone;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** A participant of media's own client: a real socket, a tone, and H.264 whose bytes say whose. */
final class TestPeer implements Transport.Listener, AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DtlsIdentity IDENTITY =
            DtlsIdentity.create(RANDOM, Instant.parse("2026-11-20T10:00:00Z"));
    private static final int SAMPLES = 960;
    private static final byte[] SETS = {
        24, 0, 4, 0x67, 0x42, (byte) 0xE0, 0x1F, 0, 4, 0x68, (byte) 0xCE, 0x3C, (byte) 0x80
    };

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final BufferPool pool = new BufferPool(64);
    private final IceCredentials ice = IceCredentials.random(RANDOM);
    private final int hertz;
    private final byte mark;
    private final Offerer offerer;
    private @Nullable OpusEncoder encoder;
    private @Nullable OpusDecoder decoder;
    private final float[] heard = new float[48_000];
    private final float[] scratch = new float[2 * OpusDecoder.MAX_SAMPLES];
    private int heardAt;
    final Map<Integer, AtomicInteger> pictures = new ConcurrentHashMap<>();
    final AtomicIntegerArray counts = new AtomicIntegerArray(2);
    private volatile State state = new State.New();
    private volatile boolean running = true;
    private volatile boolean sendsPicture = true;
    private @Nullable Transport transport;
    private @Nullable Accepted accepted;
    private @Nullable Thread thread;
    private long nextTick;
    private int tick;
    private int pictureSequence = 1;
    private volatile boolean keyWanted = true;

    TestPeer(int hertz, int mark) throws IOException {
        this(hertz, mark, List.of(Format.H264));
    }

    /** An encoder that receives no picture. */
    static TestPeer encoder(int hertz, int mark) throws IOException {
        return new TestPeer(hertz, mark, List.of());
    }

    private TestPeer(int hertz, int mark, List<Format> down) throws IOException {
        this.hertz = hertz;
        this.mark = (byte) mark;
        offerer =
                new Offerer(
                        new LocalEnd(ice, IDENTITY.fingerprint(), List.of(), "test"),
                        List.of(Format.H264),
                        down,
                        RANDOM::nextInt);
        socket.setSoTimeout(2);
    }

    String offer() {
        return offerer.offer();
    }

    void start(String answer) throws SdpException {
        Accepted agreed = offerer.accept(answer);
        accepted = agreed;
        thread = Thread.ofPlatform().name("peer-" + hertz).start(() -> run(agreed));
    }

    private void run(Accepted agreed) {
        encoder = new OpusEncoder(OpusEncoder.Settings.music(1, 64_000));
        decoder = new OpusDecoder(2);
        transport =
                Transport.client(
                        ice,
                        agreed.remote(),
                        new UdpPath(agreed.servers().getFirst()),
                        new DtlsSettings(agreed.role(), IDENTITY, agreed.remoteFingerprint()),
                        new Surroundings(
                                pool,
                                this::send,
                                tasks::add,
                                task -> Thread.ofVirtual().start(task),
                                RANDOM),
                        this,
                        System.nanoTime());
        nextTick = System.nanoTime();
        while (running) {
            step(transport, agreed);
        }
        transport.close();
        encoder.close();
        decoder.close();
    }

    private void step(Transport path, Accepted agreed) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        byte[] bytes = new byte[BufferPool.DATAGRAM];
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        try {
            socket.receive(packet);
            Buffer datagram = pool.lend(packet.getLength());
            datagram.put(0, bytes, 0, packet.getLength());
            path.onDatagram(
                    datagram,
                    new UdpPath((InetSocketAddress) packet.getSocketAddress()),
                    System.nanoTime());
        } catch (SocketTimeoutException nothing) {
            // Time goes on below.
        } catch (IOException e) {
            running = false;
        }
        if (System.nanoTime() - nextTick >= 0) {
            nextTick += 20_000_000;
            tick++;
            path.tick(System.nanoTime());
            sendTick(path, agreed);
        }
    }

    private void sendTick(Transport path, Accepted agreed) {
        if (!(path.state() instanceof State.Connected)) {
            return;
        }
        if (hertz > 0 && agreed.audio() != null) {
            sendSound(path, agreed.audio());
        }
        if (sendsPicture && agreed.up() != null && tick % 2 == 0) {
            sendPicture(path, agreed.up());
        }
    }

    private void sendSound(Transport path, MediaLine line) {
        float[] pcm = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long n = (long) tick * SAMPLES + i;
            pcm[i] = (float) (Tone.AMPLITUDE * Math.sin(2 * Math.PI * hertz * n / Tone.RATE));
        }
        byte[] opus = new byte[OpusEncoder.MAX_PACKET];
        int length = encoder.encode(pcm, 0, SAMPLES, opus, 0);
        path.sendRtp(packet(line, tick, tick * SAMPLES, false, opus, length));
    }

    private void sendPicture(Transport path, MediaLine line) {
        int time = tick * 1800;
        boolean key = keyWanted;
        keyWanted = false;
        if (key) {
            path.sendRtp(packet(line, pictureSequence++, time, false, SETS, SETS.length));
        }
        byte[] body = new byte[200];
        java.util.Arrays.fill(body, mark);
        body[0] = (byte) (key ? 0x65 : 0x41);
        body[1] = (byte) 0x88;
        path.sendRtp(packet(line, pictureSequence++, time, true, body, body.length));
    }

    private Buffer packet(
            MediaLine line, int sequence, int time, boolean marker, byte[] payload, int length) {
        Buffer packet = pool.lend(Rtp.FIXED_HEADER + length);
        Rtp.write(
                packet,
                line.codecs().getFirst().payloadType(),
                sequence & 0xFFFF,
                time,
                line.outgoing().ssrc());
        Rtp.marker(packet, marker);
        packet.put(Rtp.FIXED_HEADER, payload, 0, length);
        return packet;
    }

    private void send(Buffer datagram, Path to) {
        try {
            socket.send(
                    new DatagramPacket(
                            datagram.getBuffer(),
                            datagram.getOffset(),
                            datagram.length(),
                            to.address()));
        } catch (IOException e) {
            running = false;
        } finally {
            datagram.release();
        }
    }

    @Override
    public void onRtp(Buffer packet, long nowNanos) {
        byte[] payload = packet.bytes(Rtp.headerLength(packet), Rtp.payloadLength(packet));
        MediaLine audio = accepted.audio();
        if (audio.codecOf(Rtp.payloadType(packet)).isPresent()) {
            hear(payload);
        } else if (payload.length > 100) {
            pictures.computeIfAbsent((int) payload[50], none -> new AtomicInteger())
                    .incrementAndGet();
        }
        packet.release();
    }

    private synchronized void hear(byte[] opus) {
        int samples = decoder.decode(opus, 0, opus.length, scratch, 0);
        for (int i = 0; i < samples; i++) {
            heard[heardAt] = scratch[2 * i];
            heardAt = (heardAt + 1) % heard.length;
        }
        counts.incrementAndGet(0);
    }

    /** Loudness of that tone in the last second, dB. */
    synchronized double level(int tone) {
        float[] samples = new float[heard.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = heard[(heardAt + i) % heard.length];
        }
        return Tone.level(samples, Tone.RATE, tone);
    }

    /** Pictures of that mark that came so far. */
    int pictures(int of) {
        return pictures.getOrDefault(of, new AtomicInteger()).get();
    }

    @Override
    public void onRtcp(Buffer compound, long nowNanos) {
        counts.incrementAndGet(1);
        for (int at = 0; at + 4 <= compound.length(); at += 4 * (compound.u16(at + 2) + 1)) {
            if (compound.u8(at + 1) == 206 && (compound.u8(at) & 0x1F) == 1) {
                keyWanted = true;
            }
        }
        compound.release();
    }

    @Override
    public void onState(State next) {
        state = next;
    }

    boolean connected() {
        return state instanceof State.Connected;
    }

    void sendsPicture(boolean on) {
        sendsPicture = on;
    }

    @Override
    public void close() {
        running = false;
        try {
            if (thread != null) {
                thread.join(2000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.close();
    }
}
