package io.rostrum.center.room;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Visitor;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.text.Words;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one room and every decision about it.
 *
 * <p>Clients ask, the room decides; who comes late or comes back inherits what was decided.
 * Confined to the room's thread. Here is what can be asked of it; each answer stands in a part.
 */
public final class Room {
    private static final System.Logger LOG = System.getLogger(Room.class.getName());

    private final String title;
    private final RoomSettings settings;
    private final Members members = new Members();
    private final Memory memory = new Memory();
    private final Names names;
    private final Door door;
    private final ChatRules chat;
    private final Talk talk;
    private final Choices choices;
    private final Screening screening;
    private final Broadcasting broadcasting;
    private final Bulletin bulletin;
    private final Changes changes;
    private final Seats seats;
    private final Porch porch;
    private final Encoders encoders;
    private final FaultLog faults = new FaultLog(LOG, this::latest);
    private final Stills stills = new Stills(members, faults);
    private final Hands hands = new Hands(members);
    private final Requests requests = new Requests(members, memory);

    /**
     * @param clock the time of day of what is written
     * @param kept what was decided before the room was in memory
     * @param keeper told whenever something else was decided
     */
    public Room(
            String id,
            String title,
            RoomSettings settings,
            RoomMedia media,
            Studio studio,
            Supplier<String> secrets,
            InstantSource clock,
            Kept kept,
            Consumer<Kept> keeper) {
        this.title = title;
        this.settings = settings;
        Speakers speakers = new Speakers();
        Director director = new Director(members, speakers);
        names = new Names(members);
        Admission admission = new Admission(members, settings, secrets);
        door = new Door(memory, kept);
        chat = new ChatRules(kept.chat());
        choices = new Choices(members, kept.locked());
        screening = new Screening(members, director, faults);
        broadcasting = new Broadcasting(studio, director, members, this::onProgram);
        bulletin =
                new Bulletin(
                        id, title, members, choices, speakers, door, chat, broadcasting, faults);
        talk = new Talk(bulletin, chat, clock);
        changes =
                new Changes(
                        choices,
                        screening,
                        broadcasting,
                        stills,
                        door,
                        chat,
                        bulletin,
                        kept,
                        keeper);
        seats = new Seats(members, speakers, names, choices, screening, broadcasting);
        Arrivals arrivals = new Arrivals(media, admission, names, door, seats, talk, bulletin);
        porch = new Porch(members, memory, door, admission, arrivals, faults);
        encoders = new Encoders(media, members, admission, names, door, choices, seats, secrets);
        media.attach(new Findings(members, speakers, choices, screening, seats, bulletin, changes));
    }

    public RoomState state() {
        return bulletin.state();
    }

    /**
     * Lets somebody in, or back in, or lets him wait; he is told so himself.
     *
     * @return whether he is in
     * @throws Refusal when he may not
     */
    public boolean join(Client client, Visitor visitor, Join join, long nowNanos) {
        if (presence(client) != null) {
            throw new Refusal(ProblemCode.ALREADY_JOINED, "This connection is in the room.");
        }
        Newcomer person = new Newcomer(client, visitor, join, Names.clean(join.name()));
        boolean in = porch.receive(person, nowNanos);
        changes.follow(nowNanos);
        return in;
    }

    /**
     * What an encoder gets.
     *
     * @param session what ends this stay of it, and no later one
     */
    public record Entered(String participant, String session, String answer) {}

    /**
     * Lets an encoder in that sends only, or back in.
     *
     * @throws Refusal when it may not
     */
    public Entered enter(Visitor visitor, String typed, String offer, long nowNanos) {
        Entered entered = encoders.enter(visitor, typed, offer, nowNanos);
        changes.follow(nowNanos);
        return entered;
    }

    /**
     * An encoder was stopped.
     *
     * @param session from {@link Entered}
     */
    public void leave(String participant, String session, long nowNanos) {
        encoders.leave(participant, session, nowNanos);
        changes.follow(nowNanos);
    }

    /**
     * Carries out what a client asks; whoever has left is for his connection to end.
     *
     * @throws Refusal when he may not
     */
    public void handle(Client client, ClientMessage.Request request, long nowNanos) {
        switch (presence(client)) {
            case Seated seated when request instanceof ClientMessage.Talk said -> {
                talk.hear(seated, said, nowNanos);
                return; // nothing follows from it
            }
            case Seated seated when request instanceof ClientMessage.Stills wanted -> {
                stills.wish(seated, wanted, nowNanos);
                return; // the same
            }
            case Seated seated -> carryOut(seated, request, nowNanos);
            case Presence.Waiting waiting -> porch.ask(waiting, request);
            case null -> throw notJoined();
            case Presence.Away away -> throw notJoined();
        }
        changes.follow(nowNanos);
    }

    /** Where that connection's somebody is; null where it is nobody's. */
    private @Nullable Presence presence(Client client) {
        Seated seated = members.of(client);
        return seated == null ? door.of(client) : seated;
    }

    static Refusal notJoined() {
        return new Refusal(ProblemCode.NOT_JOINED, "The first message is a join.");
    }

    private void carryOut(Seated asker, ClientMessage.Request request, long nowNanos) {
        Member member = asker.member;
        switch (request) {
            case ClientMessage.Choose choose -> choices.choose(member, choose.selection());
            case ClientMessage.Lock lock -> choices.lock(member, lock);
            case ClientMessage.Assign assign -> choices.assign(member, assign.selection());
            case ClientMessage.Mute mute -> requests.mute(member, mute, nowNanos);
            case ClientMessage.Gain gain -> requests.gain(member, gain);
            case ClientMessage.Hand hand -> hands.move(member, hand);
            case ClientMessage.Source source -> member.source = source.source();
            case ClientMessage.Microphone microphone -> requests.microphone(member, microphone);
            case ClientMessage.Still still -> member.still = still.on();
            case ClientMessage.Stills wanted -> stills.wish(asker, wanted, nowNanos);
            case ClientMessage.Broadcast broadcast -> broadcast(member, broadcast);
            case ClientMessage.Remove remove -> remove(member, remove, nowNanos);
            case ClientMessage.Door wanted -> porch.set(member, wanted, nowNanos);
            case ClientMessage.Admit admit -> porch.admit(member, admit, nowNanos);
            case ClientMessage.Forgive forgive -> porch.forgive(member);
            case ClientMessage.LowerHands lower -> hands.lowerAll(member);
            case ClientMessage.Rename rename -> names.rename(member, rename.name(), nowNanos);
            case ClientMessage.Chat wanted -> chat.set(member, wanted);
            case ClientMessage.Talk said -> talk.hear(asker, said, nowNanos);
            case ClientMessage.Refresh refresh -> bulletin.repeat(asker, nowNanos);
            case ClientMessage.Leave leave -> seats.dismiss(member, nowNanos);
        }
    }

    private void broadcast(Member member, ClientMessage.Broadcast broadcast) {
        Requests.require(member, Right.BROADCAST);
        if (broadcast.on()) {
            String wanted = broadcast.title();
            String line = wanted == null ? "" : Words.line(wanted);
            broadcasting.start(line.isEmpty() ? title : line, member.name);
        } else {
            broadcasting.stop(null);
        }
    }

    /** Complete when a server after us would know of the latest start or stop of a program. */
    public Future<Void> noted() {
        return broadcasting.noted();
    }

    private void remove(Member member, ClientMessage.Remove remove, long nowNanos) {
        Requests.require(member, Right.REMOVE);
        Member removed = members.known(remove.participant());
        if (removed == member) {
            throw new Refusal(ProblemCode.BAD_MESSAGE, "A host leaves; nobody removes him.");
        }
        memory.remove(removed.trail(), nowNanos);
        seats.sendOut(removed, CloseReason.REMOVED, nowNanos);
    }

    /** The client's connection broke: his seat is kept for a while. */
    public void disconnected(Client client, long nowNanos) {
        switch (presence(client)) {
            case Seated seated -> {
                seated.member.depart(nowNanos);
                changes.follow(nowNanos);
            }
            case Presence.Waiting waiting -> porch.leave(waiting);
            case null -> {}
            case Presence.Away away -> {}
        }
    }

    /** Lets time pass: ten times a second or so. */
    public void tick(long nowNanos) {
        long grace = settings.seat().toNanos();
        faults.guard("the door", () -> watchDoor(nowNanos));
        faults.each("an encoder", members.all(), heir -> watchSuccession(heir, nowNanos));
        faults.each(
                "somebody who went",
                members.overdue(grace, nowNanos),
                member -> dismissOverdue(member, nowNanos));
        faults.guard("stills", () -> stills.watch(nowNanos));
        faults.guard("the program", () -> watchProgram(grace, nowNanos));
        faults.guard("the chat", () -> watchTalk(nowNanos));
        faults.guard("late cuts", () -> screening.dropLateCuts(choices.assigned(), nowNanos));
    }

    private void watchDoor(long nowNanos) {
        porch.watch(nowNanos);
        if (memory.expire(nowNanos)) {
            changes.follow(nowNanos);
        }
    }

    private void watchTalk(long nowNanos) {
        if (members.size() == 0) {
            talk.forget();
        } else {
            talk.tick(nowNanos);
        }
    }

    private void watchSuccession(Member heir, long nowNanos) {
        if (encoders.watchSuccession(heir, nowNanos)) {
            changes.follow(nowNanos);
        }
    }

    private void dismissOverdue(Member member, long nowNanos) {
        seats.dismiss(member, nowNanos);
        if (member.host()) {
            stopBecauseHostIsGone();
        }
        changes.follow(nowNanos);
    }

    private void watchProgram(long grace, long nowNanos) {
        if (broadcasting.abandoned(grace, nowNanos)) {
            stopBecauseHostIsGone();
            changes.follow(nowNanos);
        }
    }

    private void stopBecauseHostIsGone() {
        broadcasting.stop("The broadcast was stopped because the host has gone.");
    }

    /** Goes on with a program of before; it ends if the host's seat would be lost meanwhile. */
    public void resume(Studio.Left left, long nowNanos) {
        broadcasting.resume(left, nowNanos);
        choices.resume(left.locked());
        changes.follow(nowNanos);
    }

    /** Sends everybody out: the server goes down. */
    public void close(long nowNanos) {
        broadcasting.stop("The center server was shut down.");
        porch.close();
        faults.each(
                "somebody could not be sent out",
                members.all(),
                member -> seats.sendOut(member, CloseReason.ROOM_CLOSED, nowNanos));
    }

    private long latest() {
        return screening.latest();
    }

    private void onProgram() {
        changes.follow();
    }

    /** Whether this room may leave memory: nobody would miss anything. */
    boolean forgettable(long nowNanos) {
        memory.expire(nowNanos);
        return !busy() && memory.isEmpty();
    }

    /** Whether time matters here: somebody is in, or the program is on. */
    boolean busy() {
        return members.size() > 0
                || door.somebodyWaits()
                || !members.resting().isEmpty()
                || broadcasting.running();
    }
}
