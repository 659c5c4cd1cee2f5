package io.rostrum.center.room;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.net.Apart;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import io.rostrum.protocol.text.Words;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one room and every decision about it.
 *
 * <p>Clients ask, the room decides; who comes late or comes back inherits what was decided.
 * Confined to the room's thread.
 */
public final class Room implements RoomMedia.Listener, Studio.Listener {
    private static final System.Logger LOG = System.getLogger(Room.class.getName());

    private final String id;
    private final String title;
    private final RoomSettings settings;
    private final RoomMedia media;
    private final Members members = new Members();
    private final Speakers speakers = new Speakers();
    private final Director director = new Director(members, speakers);
    private final Screening screening;
    private final Supplier<String> secrets;
    private final Admission admission;
    private final Names names;
    private final Memory memory = new Memory();
    private final Door door;
    private final Consumer<Kept> keeper;
    private Kept kept;
    private final Requests requests;
    private final Broadcasting broadcasting;
    private @Nullable Selection assigned;

    /** The room is locked since a server before us; whom it showed is not known any more. */
    private boolean lockOfBefore;

    private @Nullable RoomState told;
    private long revision;

    /**
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
            Kept kept,
            Consumer<Kept> keeper) {
        this.id = id;
        this.title = title;
        this.settings = settings;
        this.media = media;
        this.secrets = secrets;
        this.kept = kept;
        this.keeper = keeper;
        door = new Door(memory, kept);
        lockOfBefore = kept.locked();
        assigned = lockOfBefore ? Selection.none() : null;
        admission = new Admission(members, settings, secrets);
        names = new Names(members);
        broadcasting = new Broadcasting(studio, director, members);
        screening = new Screening(members, director);
        requests = new Requests(members, memory);
        media.attach(this);
    }

    public RoomState state() {
        return new RoomState(
                id,
                title,
                revision,
                assigned != null,
                assigned,
                speakers.active(),
                door.state(),
                broadcasting.state(),
                members.states());
    }

    /**
     * Lets somebody in, or back in, or lets him wait; he is told so himself.
     *
     * @return whether he is in
     * @throws Refusal when he may not
     */
    public boolean join(Client client, Visitor visitor, Join join, long nowNanos) {
        if (members.of(client) != null || door.of(client) != null) {
            throw new Refusal(ProblemCode.ALREADY_JOINED, "This connection is in the room.");
        }
        String name = Names.clean(join.name());
        boolean newcomer = admission.seat(join.seat(), visitor) == null;
        boolean waits = newcomer && door.holds(visitor, nowNanos);
        if (waits) {
            door.hold(client, visitor, join, name, nowNanos);
            tellKnocks();
        } else {
            come(client, visitor, join, name, nowNanos);
        }
        changed(nowNanos);
        return !waits;
    }

    private void come(Client client, Visitor visitor, Join join, String name, long nowNanos) {
        Member seated = admission.seat(join.seat(), visitor);
        Member member = seated == null ? admission.fresh(visitor, name, false) : seated;
        MemberMedia line = media.open(member.id, join.offer(), false, nowNanos);
        replace(member, nowNanos);
        member.name = member.host() ? name : names.ofGuest(name, seated);
        member.traces = visitor.traces();
        if (seated == null) {
            door.mute(member, nowNanos);
        }
        enter(member, client, line);
        client.send(
                new ServerMessage.Joined(
                        member.id, member.seat, member.rights(), line.answer(), state()));
        if (member.may(Right.ADMIT) && door.somebodyWaits()) {
            client.send(door.knocks());
        }
    }

    private void comeAll(List<Door.Waiting> people, long nowNanos) {
        for (Door.Waiting one : people) {
            try {
                come(one.client(), one.visitor(), one.join(), one.name(), nowNanos);
            } catch (Refusal refusal) {
                one.refuse(refusal.code(), String.valueOf(refusal.getMessage()));
            }
        }
        tellKnocks();
    }

    private void tellKnocks() {
        ServerMessage knocks = door.knocks();
        for (Member member : members.view()) {
            if (member.may(Right.ADMIT) && member.client != null) {
                member.client.send(knocks);
            }
        }
    }

    /** Ends the connection that the seat has, for the one that takes it now. */
    private void replace(Member member, long nowNanos) {
        if (member.client != null) {
            end(member.client, CloseReason.REPLACED);
            member.depart(nowNanos);
            screening.forget(member.id);
        }
    }

    /**
     * What an encoder gets.
     *
     * @param session what ends this stay of it, and no later one
     */
    public record Entered(String participant, String session, String answer) {}

    /**
     * Lets an encoder in that sends only; one that was here has its seat back: who chose it sees it
     * again, and on air it is on air.
     *
     * @throws Refusal when it may not
     */
    public Entered enter(Visitor visitor, String typed, String offer, long nowNanos) {
        String name = Names.clean(typed);
        Traces traces = Admission.encoderTraces(name, visitor);
        door.checkEncoder(traces, nowNanos);
        Member seated = admission.encoderSeat(name, visitor, nowNanos);
        Member member = seated == null ? admission.fresh(visitor, name, true) : seated;
        MemberMedia line = media.open(member.id, offer, true, nowNanos);
        replace(member, nowNanos);
        member.name = names.ofEncoder(name, member);
        member.traces = traces;
        if (seated == null) {
            door.mute(member, nowNanos);
        }
        member.session = secrets.get();
        member.enteredAt = nowNanos;
        enter(member, Client.none(), line);
        changed(nowNanos);
        return new Entered(member.id, member.session, line.answer());
    }

    /**
     * An encoder was stopped. Its seat waits for a while, for many are stopped to be started anew.
     *
     * @param session from {@link Entered}
     */
    public void leave(String participant, String session, long nowNanos) {
        Member member = members.known(participant);
        if (!member.encoder || !member.session.equals(session)) {
            throw new Refusal(ProblemCode.UNKNOWN_PARTICIPANT, "This stay is over.");
        }
        member.depart(nowNanos);
        members.rest(member);
        speakers.forget(participant);
        if (members.restsTooMany()) {
            dismiss(members.resting().getFirst(), nowNanos);
        }
        changed(nowNanos);
    }

    private void enter(Member member, Client client, MemberMedia line) {
        member.arrive(client, line);
        members.add(member);
        if (member.host()) {
            names.onHost(member);
            broadcasting.hostCame(this);
            if (lockOfBefore) {
                lockOfBefore = false;
                assigned = Selection.participant(member.id);
            }
        }
    }

    /**
     * Carries out what a client asks; whoever has left is for his connection to end.
     *
     * @throws Refusal when he may not
     */
    public void handle(Client client, ClientMessage.Request request, long nowNanos) {
        Member member = members.of(client);
        if (member != null) {
            carryOut(member, request, nowNanos);
        } else if (request instanceof ClientMessage.Leave && door.leave(client)) {
            tellKnocks();
        } else {
            throw new Refusal(ProblemCode.NOT_JOINED, "The first message is a join.");
        }
        changed(nowNanos);
    }

    private void carryOut(Member member, ClientMessage.Request request, long nowNanos) {
        switch (request) {
            case ClientMessage.Choose choose -> choose(member, choose.selection());
            case ClientMessage.Lock lock -> lock(member, lock);
            case ClientMessage.Assign assign -> assign(member, assign.selection());
            case ClientMessage.Mute mute -> requests.mute(member, mute, nowNanos);
            case ClientMessage.Source source -> member.source = source.source();
            case ClientMessage.Microphone microphone -> requests.microphone(member, microphone);
            case ClientMessage.Broadcast broadcast -> broadcast(member, broadcast);
            case ClientMessage.Remove remove -> remove(member, remove, nowNanos);
            case ClientMessage.Door wanted -> door(member, wanted, nowNanos);
            case ClientMessage.Admit admit -> admit(member, admit, nowNanos);
            case ClientMessage.Forgive forgive -> forgive(member);
            case ClientMessage.Leave leave -> dismiss(member, nowNanos);
        }
    }

    private void choose(Member member, Selection selection) {
        Requests.require(member, Right.CHOOSE);
        requests.checkSelection(selection);
        if (assigned == null) {
            member.selection = selection;
        } else if (member.may(Right.LOCK)) {
            assigned = selection;
            member.selection = selection;
        } else {
            throw new Refusal(ProblemCode.LOCKED, "The host shows everybody the same picture now.");
        }
    }

    private void lock(Member member, ClientMessage.Lock lock) {
        Requests.require(member, Right.LOCK);
        Selection selection = lock.selection();
        if (selection != null) {
            requests.checkSelection(selection);
        }
        assigned = lock.on() ? selection != null ? selection : watchedBy(member) : null;
    }

    private Selection watchedBy(Member host) {
        if (assigned != null) {
            return assigned;
        }
        return host.selection instanceof Selection.None
                ? Selection.participant(host.id)
                : host.selection;
    }

    private void assign(Member member, Selection selection) {
        Requests.require(member, Right.LOCK);
        if (assigned == null) {
            throw new Refusal(ProblemCode.NOT_LOCKED, "Lock the picture first.");
        }
        requests.checkSelection(selection);
        assigned = selection;
    }

    private void broadcast(Member member, ClientMessage.Broadcast broadcast) {
        Requests.require(member, Right.BROADCAST);
        if (broadcast.on()) {
            String wanted = broadcast.title();
            String line = wanted == null ? "" : Words.line(wanted);
            String name = line.isEmpty() ? title : line;
            broadcasting.start(name, member.name, this);
        } else {
            broadcasting.stop(null);
        }
    }

    /** Complete when a server after us would know of the latest start or stop of a program. */
    public Future<Void> noted() {
        return broadcasting.noted();
    }

    private void door(Member member, ClientMessage.Door wanted, long nowNanos) {
        Requests.require(member, Right.ADMIT);
        List<Door.Waiting> free = door.set(wanted);
        if (!free.isEmpty()) {
            comeAll(free, nowNanos);
        }
    }

    private void admit(Member member, ClientMessage.Admit admit, long nowNanos) {
        Requests.require(member, Right.ADMIT);
        Door.Waiting one = door.take(admit.participant());
        if (admit.on()) {
            comeAll(List.of(one), nowNanos);
        } else {
            memory.remove(one.visitor().traces(), nowNanos);
            one.refuse(ProblemCode.NOT_ADMITTED, "The host did not let you in.");
            tellKnocks();
        }
    }

    private void forgive(Member member) {
        Requests.require(member, Right.ADMIT);
        memory.forgive();
    }

    private void remove(Member member, ClientMessage.Remove remove, long nowNanos) {
        Requests.require(member, Right.REMOVE);
        Member removed = members.known(remove.participant());
        if (removed == member) {
            throw new Refusal(ProblemCode.BAD_MESSAGE, "A host leaves; nobody removes him.");
        }
        if (removed.client != null) {
            end(removed.client, CloseReason.REMOVED);
        }
        memory.remove(removed.traces, nowNanos);
        dismiss(removed, nowNanos);
    }

    /** The client's connection broke: his seat is kept for a while. */
    public void disconnected(Client client, long nowNanos) {
        Member member = members.of(client);
        if (member != null) {
            member.depart(nowNanos);
            changed(nowNanos);
        } else if (door.leave(client)) {
            tellKnocks();
        }
    }

    private void dismiss(Member member, long nowNanos) {
        member.depart(nowNanos);
        members.remove(member);
        speakers.forget(member.id);
        if (assigned != null && assigned.names(member.id)) {
            assigned = Selection.none();
        }
        for (Member other : members.view()) {
            if (other.selection.names(member.id)) {
                other.selection = Selection.none();
            }
        }
        if (member.host()) {
            broadcasting.hostLeft(nowNanos);
        }
    }

    /** Lets time pass: ten times a second or so. */
    public void tick(long nowNanos) {
        long grace = settings.seat().toNanos();
        watchDoor(nowNanos);
        watchSuccession(nowNanos);
        for (Member member : members.resting()) {
            if (nowNanos - member.goneSince >= grace) {
                dismiss(member, nowNanos);
                changed(nowNanos);
            }
        }
        for (Member member : members.all()) {
            if (!member.connected() && nowNanos - member.goneSince >= grace) {
                dismiss(member, nowNanos);
                if (member.host()) {
                    stopBecauseHostIsGone();
                }
                changed(nowNanos);
            }
        }
        if (broadcasting.abandoned(grace, nowNanos)) {
            stopBecauseHostIsGone();
            changed(nowNanos);
        }
        screening.dropLateCuts(assigned, nowNanos);
    }

    /** An encoder that was started anew takes its place though the old one was heard till now. */
    private void watchSuccession(long nowNanos) {
        for (Member heir : members.all()) {
            Member before = heir.encoder ? admission.predecessor(heir, nowNanos) : null;
            if (before != null) {
                succeed(before, heir, nowNanos);
                changed(nowNanos);
            }
        }
    }

    private void succeed(Member before, Member heir, long nowNanos) {
        Selection selection = Selection.participant(heir.id);
        for (Member member : members.view()) {
            if (member.selection.names(before.id)) {
                member.selection = selection;
            }
        }
        if (assigned != null && assigned.names(before.id)) {
            assigned = selection;
        }
        if (before.audio.mutedByHost()) {
            heir.muteByHost(Line.AUDIO, true);
        }
        if (before.videoMutedByHost) {
            heir.muteByHost(Line.VIDEO, true);
        }
        dismiss(before, nowNanos);
        heir.name = names.ofEncoder(heir.asked, heir);
    }

    private void watchDoor(long nowNanos) {
        List<Door.Waiting> overdue = door.overdue(nowNanos);
        overdue.forEach(one ->
                one.refuse(ProblemCode.NOT_ADMITTED, "Nobody came to the door. Try again later."));
        if (!overdue.isEmpty()) {
            tellKnocks();
        }
        if (memory.expire(nowNanos)) {
            changed(nowNanos);
        }
    }

    private void stopBecauseHostIsGone() {
        broadcasting.stop("The broadcast was stopped because the host has gone.");
    }

    /**
     * Goes on with a program of before; it ends if the host's seat would be lost meanwhile. A room
     * that was locked shows nothing until its host is back, and then him.
     */
    public void resume(Studio.Left left, long nowNanos) {
        broadcasting.resume(left, this, nowNanos);
        lockOfBefore = (lockOfBefore || left.locked()) && members.host() == null;
        assigned = lockOfBefore ? Selection.none() : assigned;
        changed(nowNanos);
    }

    /** Sends everybody out: the server goes down. */
    public void close(long nowNanos) {
        broadcasting.stop("The center server was shut down.");
        door.clear().forEach(one -> end(one.client(), CloseReason.ROOM_CLOSED));
        for (Member member : members.all()) {
            if (member.client != null) {
                end(member.client, CloseReason.ROOM_CLOSED);
            }
            dismiss(member, nowNanos);
        }
    }

    private static void end(Client client, CloseReason reason) {
        client.send(new ServerMessage.Closed(reason));
        client.close();
    }

    @Override
    public void onVideo(String participant, @Nullable VideoCodec codec) {
        Member member = members.find(participant);
        if (member != null && member.codec != codec) {
            member.codec = codec;
            changed();
        }
    }

    @Override
    public void onTrouble(String participant, @Nullable VideoTrouble trouble) {
        Member member = members.find(participant);
        if (member != null && !Objects.equals(member.trouble, trouble)) {
            member.trouble = trouble;
            changed();
        }
    }

    @Override
    public void onCut(String viewer, String participant) {
        Member member = members.find(viewer);
        if (member != null && participant.equals(member.watched)) {
            member.shown = participant;
            screening.tell(member, assigned);
        }
    }

    @Override
    public void onSpeaker(@Nullable String participant) {
        if (speakers.hear(participant)) {
            changed();
        }
    }

    @Override
    public void onLevels(Map<String, Integer> levels) {
        tellAll(new ServerMessage.Levels(levels));
    }

    @Override
    public void onLost(String participant, long nowNanos) {
        Member member = members.find(participant);
        if (member == null || member.client == null) {
            return;
        }
        end(member.client, CloseReason.IDLE);
        if (member.wasThere()) {
            member.depart(nowNanos);
        } else {
            dismiss(member, nowNanos); // he never came: there is no stay to go on with
        }
        changed(nowNanos);
    }

    @Override
    public void onBroadcast(BroadcastState state) {
        broadcasting.onState(state);
        changed();
    }

    @Override
    public void onPicture(@Nullable String participant) {
        broadcasting.onPicture(participant);
        changed();
    }

    private void changed() {
        changed(screening.latest());
    }

    private void changed(long nowNanos) {
        screening.update(assigned, nowNanos);
        broadcasting.follow(assigned);
        keep(door.kept(assigned != null));
        RoomState news = state();
        if (!news.equals(told)) {
            revision++;
            told = state();
            tellAll(new ServerMessage.Room(told));
        }
    }

    private void keep(Kept now) {
        if (!now.equals(kept)) {
            kept = now;
            keeper.accept(now);
        }
    }

    /** Whether this room may leave memory: nobody would miss anything. */
    boolean forgettable(long nowNanos) {
        memory.expire(nowNanos);
        return !busy() && memory.isEmpty();
    }

    private void tellAll(ServerMessage message) {
        Apart.each(members.view(), member -> tell(member, message), Room::notTold);
    }

    private static void tell(Member member, ServerMessage message) {
        if (member.client != null) {
            member.client.send(message);
        }
    }

    private static void notTold(Member member, RuntimeException why) {
        LOG.log(System.Logger.Level.ERROR, "a participant could not be told", why);
    }

    /** Whether time matters here: somebody is in, or the program is on. */
    boolean busy() {
        return members.size() > 0
                || door.somebodyWaits()
                || !members.resting().isEmpty()
                || broadcasting.running();
    }
}
