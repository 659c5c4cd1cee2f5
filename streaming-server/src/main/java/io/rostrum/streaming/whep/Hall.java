package io.rostrum.streaming.whep;

import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.net.Loop;
import io.rostrum.net.Loops;
import io.rostrum.net.ServerTime;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.config.WhepConfig;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.live.Live;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All viewers by WHEP, spread over the loops. Any thread. */
public final class Hall {
    /** The number of the loop, and what nobody guesses. */
    private static final Pattern ID = Pattern.compile("(\\d{1,4})-([0-9a-f]{32})");

    private static final int SECRET_BYTES = 16;

    private final List<Stand> stands;
    private final WhepConfig config;
    private final WhepMeters meters;
    private final SecureRandom random;
    private final AtomicInteger next = new AtomicInteger();

    /** What a viewer gets: the name of his session, and SDP. */
    record Opened(String id, String answer) {}

    private Hall(List<Stand> stands, WhepConfig config, WhepMeters meters, SecureRandom random) {
        this.stands = List.copyOf(stands);
        this.config = config;
        this.meters = meters;
        this.random = random;
    }

    /**
     * Opens the loops' ports to viewers.
     *
     * @param handshakes runs blocking tasks, each on a thread of its own
     */
    public static Hall open(
            Loops loops,
            WhepConfig config,
            WhepMeters meters,
            Viewers seen,
            DtlsIdentity identity,
            SecureRandom random,
            Executor handshakes,
            ServerTime time,
            LongSupplier nanoClock) {
        List<Stand> stands =
                loops.all().stream()
                        .map(loop ->
                                new Stand(
                                        loop,
                                        addresses(loop, config),
                                        new Surroundings(
                                                loop.pool(),
                                                loop.port()::send,
                                                loop.executor(),
                                                handshakes,
                                                random),
                                        identity,
                                        time,
                                        nanoClock,
                                        meters,
                                        seen))
                        .toList();
        stands.forEach(stand -> stand.loop().executor().execute(stand::start));
        return new Hall(stands, config, meters, random);
    }

    private static List<InetSocketAddress> addresses(Loop loop, WhepConfig config) {
        return config.publicAddresses().stream()
                .map(address -> new InetSocketAddress(address, loop.port().number()))
                .toList();
    }

    /** Fails with a refusal where there is no place, or the offer cannot be met. */
    Future<Opened> enter(Live program, String offer) {
        if (!meters.enter(config.viewers())) {
            return Future.failedFuture(
                    refusal(
                            "whep-full",
                            503,
                            "All places for viewers by WHEP are taken: play hls, or come back"
                                    + " later."));
        }
        int at = Math.floorMod(next.getAndIncrement(), stands.size());
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String id = at + "-" + HexFormat.of().formatHex(secret);
        Promise<Opened> promise = Promise.promise();
        Stand stand = stands.get(at);
        stand.loop()
                .executor()
                .execute(() -> {
                    try {
                        promise.complete(new Opened(id, stand.open(id, program, offer)));
                    } catch (SdpException e) {
                        meters.refused();
                        meters.leave();
                        promise.fail(
                                refusal("bad-offer", 406, "Cannot be met: " + e.reason() + "."));
                    } catch (RuntimeException e) {
                        meters.leave();
                        promise.fail(e);
                    }
                });
        return promise.future();
    }

    private static Refusal refusal(String code, int status, String detail) {
        return new Refusal(new Problem(code, status, code.replace('-', ' '), detail));
    }

    /** Whether there was such a viewer; he is gone now. */
    Future<Boolean> leave(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) >= stands.size()) {
            return Future.succeededFuture(false);
        }
        Promise<Boolean> gone = Promise.promise();
        Stand stand = stands.get(Integer.parseInt(parts.group(1)));
        stand.loop().executor().execute(() -> gone.complete(stand.close(id)));
        return gone.future();
    }

    /** Says goodbye to everybody who watches that channel. */
    public void empty(Id channel) {
        stands.forEach(stand -> stand.loop().executor().execute(() -> stand.closeAll(channel)));
    }

    /** Says goodbye to everybody. */
    public void close() {
        stands.forEach(stand -> stand.loop().executor().execute(stand::closeAll));
    }
}
