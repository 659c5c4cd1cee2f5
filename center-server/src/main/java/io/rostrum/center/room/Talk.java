package io.rostrum.center.room;

import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Reacted;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.text.Words;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What people write to each other and show for a moment. It changes nothing of the room; what is
 * said in the same moment is told together, so that many who write cost little more than few.
 */
final class Talk {
    /** Characters of one message. */
    static final int LONGEST = 2_000;

    /** Bytes of the texts that are told in one message. */
    static final int FRAME = 24 * 1024;

    /** Nanoseconds from one telling to the next. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /** Nanoseconds from one recall to the next for the same person: it is dear. */
    private static final long RECALLED_AFTER = TimeUnit.SECONDS.toNanos(5);

    /** What a message weighs beside its text: number, time and name. */
    private static final int AROUND = 100;

    private final Bulletin bulletin;
    private final ChatRules rules;
    private final InstantSource clock;
    private final History history = new History();
    private final Budget written = new Budget(256 * 1024, 96 * 1024);
    private final Budget shown = new Budget(100, 50);
    private final List<ChatLine> lines = new ArrayList<>();
    private final List<Reacted> signs = new ArrayList<>();
    private @Nullable Long toldAt;

    /**
     * @param clock the time of day of what is written
     */
    Talk(Bulletin bulletin, ChatRules rules, InstantSource clock) {
        this.bulletin = bulletin;
        this.rules = rules;
        this.clock = clock;
    }

    /** Somebody has a seat who had none: what he may know of what was written before. */
    void welcome(Member fresh) {
        fresh.heardFrom = rules.state().kept() ? 0 : history.last();
    }

    /**
     * Carries out what somebody says.
     *
     * @throws Refusal when he may not
     */
    void hear(Seated asking, ClientMessage.Talk talk, long nowNanos) {
        switch (talk) {
            case ClientMessage.Write write -> write(asking.member, write.text(), nowNanos);
            case ClientMessage.React react -> react(asking.member, react, nowNanos);
            case ClientMessage.Recall recall -> recall(asking, recall.after(), nowNanos);
            case ClientMessage.Erase erase -> erase(asking.member, erase.message());
        }
        tick(nowNanos);
    }

    private void write(Member member, String typed, long nowNanos) {
        rules.checkWriter(member);
        String text = clean(typed);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        pay(member.writing.spend(Math.max(1, bytes / 1000.0), nowNanos), "You write too much");
        pay(written.spend(AROUND + bytes, nowNanos), "Too many write at once");
        ChatLine line =
                new ChatLine(
                        history.next(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                        member.id,
                        member.name,
                        member.host(),
                        text);
        history.add(line, bytes);
        lines.add(line);
    }

    /** The text without what hides or turns it round, and without heaps of empty lines. */
    private static String clean(String typed) {
        String text = Words.lines(typed).replaceAll("(\\n[ \\t]*){3,}", "\n\n");
        if (text.isEmpty()) {
            throw new Refusal(ProblemCode.BAD_MESSAGE, "There is nothing to read in this message.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Refusal(
                    ProblemCode.TOO_LARGE, "A message has at most " + LONGEST + " characters.");
        }
        return text;
    }

    private void react(Member member, ClientMessage.React react, long nowNanos) {
        rules.checkHeard(member);
        pay(member.showing.spend(1, nowNanos), "You react too often");
        pay(shown.spend(1, nowNanos), "Too many react at once");
        signs.add(new Reacted(member.id, react.reaction()));
    }

    private static void pay(int wait, String what) {
        if (wait > 0) {
            throw new Refusal(ProblemCode.TOO_MANY_REQUESTS, what + ": wait " + wait + " s.", wait);
        }
    }

    private void erase(Member member, @Nullable Long number) {
        Requests.require(member, Right.MUTE_OTHERS);
        tellLines();
        if (number == null) {
            history.clear();
            bulletin.tellAll(new ServerMessage.Erased(history.last(), List.of()));
        } else if (history.erase(number)) {
            bulletin.tellAll(new ServerMessage.Erased(null, List.of(number)));
        }
    }

    /** Tells him what he misses, as far as it was for him. */
    private void recall(Seated asking, long after, long nowNanos) {
        Long before = asking.recalledAt;
        if (before != null && nowNanos - before < RECALLED_AFTER) {
            throw new Refusal(ProblemCode.TOO_MANY_REQUESTS, "Once in 5 s is enough.", 5);
        }
        asking.recalledAt = nowNanos;
        ServerMessage erased = history.erasedUpTo(after);
        if (erased != null) {
            asking.client.send(erased);
        }
        for (List<ChatLine> some :
                frames(history.after(Math.max(after, asking.member.heardFrom)))) {
            asking.client.send(new ServerMessage.Chat(some));
        }
    }

    /** Lets time pass: tells what waits, unless that was just done. */
    void tick(long nowNanos) {
        boolean quiet = lines.isEmpty() && signs.isEmpty();
        if (quiet || toldAt != null && nowNanos - toldAt < PAUSE) {
            return;
        }
        toldAt = nowNanos;
        tellLines();
        if (!signs.isEmpty()) {
            ServerMessage news = new ServerMessage.Reactions(signs);
            signs.clear();
            bulletin.tellAll(news);
        }
    }

    private void tellLines() {
        List<List<ChatLine>> frames = frames(lines);
        lines.clear();
        for (List<ChatLine> some : frames) {
            bulletin.tellAll(new ServerMessage.Chat(some));
        }
    }

    private static List<List<ChatLine>> frames(List<ChatLine> lines) {
        List<List<ChatLine>> frames = new ArrayList<>();
        List<ChatLine> frame = new ArrayList<>();
        int size = 0;
        for (ChatLine line : lines) {
            frame.add(line);
            size += AROUND + line.text().length();
            if (size >= FRAME) {
                frames.add(frame);
                frame = new ArrayList<>();
                size = 0;
            }
        }
        if (!frame.isEmpty()) {
            frames.add(frame);
        }
        return frames;
    }

    /** Nobody is in any more: the next ones begin with nothing. */
    void forget() {
        lines.clear();
        signs.clear();
        history.clear();
    }
}
