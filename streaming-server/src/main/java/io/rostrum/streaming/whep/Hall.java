package io.rostrum.streaming.whep;

import io.rostrum.gate.Network;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
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
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All viewers by WHEP, spread over the loops. Any thread. */
public final class Hall {
    /** The number of the loop, and what nobody guesses. */
    private static final Pattern ID = Pattern.compile("(\\d{1,4})-([0-9a-f]{32})");

    private static final int SECRET_BYTES = 16;

    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Hall.class.getName()), System::nanoTime);

    private final List<Stand> stands;
    private final Entrance entrance;
    private final WhepMeters meters;
    private final SecureRandom random;
    private final AtomicInteger next = new AtomicInteger();

    /** What a viewer gets: the name of his session, and SDP. */
    record Opened(String id, String answer) {}

    private Hall(List<Stand> stands, Entrance entrance, WhepMeters meters, SecureRandom random) {
        this.stands = List.copyOf(stands);
        this.entrance = entrance;
        this.meters = meters;
        this.random = random;
    }

    /**
     * Opens the loops' ports to viewers.
     *
     * @param askingOfOne how many of one address may have asked and not be connected yet
     * @param handshakes runs blocking tasks, each on a thread of its own
     */
    public static Hall open(
            Loops loops,
            WhepConfig config,
            int askingOfOne,
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
        loops.all().forEach(loop -> meters.watch(loop.port()));
        stands.forEach(stand -> stand.loop().executor().execute(stand::start));
        Entrance entrance = new Entrance(config.viewers(), askingOfOne);
        meters.watch(entrance);
        return new Hall(stands, entrance, meters, random);
    }

    private static List<InetSocketAddress> addresses(Loop loop, WhepConfig config) {
        return config.publicAddresses().stream()
                .map(address -> new InetSocketAddress(address, loop.port().number()))
                .toList();
    }

    /**
     * Fails with a refusal where there is no place, or the offer cannot be met.
     *
     * @param person the name that his browser made up; empty for none
     */
    Future<Opened> enter(Live program, Network who, String person, String offer) {
        int at = Math.floorMod(next.getAndIncrement(), stands.size());
        Stand stand = stands.get(at);
        String id = at + "-" + secret();
        Entrance.Asked asked = entrance.ask(who, () -> sendAway(stand, id));
        meters.asked(asked.answer());
        Entrance.Ticket ticket = asked.ticket();
        return ticket == null
                ? Future.failedFuture(refused(asked.answer()))
                : open(stand, id, person.isEmpty() ? id : person, program, ticket, offer);
    }

    private String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static void sendAway(Stand stand, String id) {
        stand.loop().executor().execute(() -> stand.close(id));
    }

    private static Refusal refused(Entrance.Answer answer) {
        return answer == Entrance.Answer.FULL
                ? refusal(
                        "whep-full",
                        503,
                        "All places for viewers by WHEP are taken: play hls, or come back later.")
                : new Refusal(
                        Problem.tooManyRequests(
                                "Others of your address have asked and not come: wait 10 s."));
    }

    private Future<Opened> open(
            Stand stand,
            String id,
            String person,
            Live program,
            Entrance.Ticket ticket,
            String offer) {
        Promise<Opened> promise = Promise.promise();
        stand.loop()
                .executor()
                .execute(() -> {
                    try {
                        promise.complete(
                                new Opened(id, stand.open(id, person, program, ticket, offer)));
                    } catch (SdpException e) {
                        meters.refused();
                        ticket.close();
                        promise.fail(
                                refusal("bad-offer", 406, "Cannot be met: " + e.reason() + "."));
                    } catch (RuntimeException e) {
                        ticket.close();
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
        everywhere(stand -> stand.closeAll(channel));
    }

    /** Says goodbye to everybody. */
    public void close() {
        everywhere(Stand::closeAll);
    }

    private void everywhere(Consumer<Stand> task) {
        Apart.each(
                stands,
                stand -> stand.loop().executor().execute(() -> task.accept(stand)),
                (stand, why) -> FAULTS.tell("a loop of viewers takes no task", why));
    }
}
