package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rostrum.protocol.signal.ClientMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Turns what a client says into text; docs/protocol.md, client to server. */
public final class ClientMessageWriter {
    private ClientMessageWriter() {}

    public static String write(ClientMessage message) {
        return Text.of(out -> {
            write(out, message);
            textIfAny(out, "ref", message.ref());
        });
    }

    /** A chain, since a client of release 17 has no switch over patterns. */
    private static void write(JsonGenerator out, ClientMessage message) throws IOException {
        if (message instanceof ClientMessage.Join join) {
            join(type(out, "join"), join);
        } else {
            request(out, (ClientMessage.Request) message);
        }
    }

    private static void request(JsonGenerator out, ClientMessage.Request request)
            throws IOException {
        if (request instanceof ClientMessage.Choose choose) {
            SelectionJson.write(type(out, "choose"), "selection", choose.selection());
        } else if (request instanceof ClientMessage.Lock lock) {
            lock(type(out, "lock"), lock);
        } else if (request instanceof ClientMessage.Assign assign) {
            SelectionJson.write(type(out, "assign"), "selection", assign.selection());
        } else if (request instanceof ClientMessage.Mute mute) {
            mute(type(out, "mute"), mute);
        } else if (request instanceof ClientMessage.Hand hand) {
            type(out, "hand").writeBooleanField("up", hand.up());
            textIfAny(out, "participant", hand.participant());
        } else if (request instanceof ClientMessage.Source source) {
            type(out, "source").writeStringField("source", source.source().wireName());
        } else if (request instanceof ClientMessage.Microphone microphone) {
            type(out, "microphone").writeBooleanField("present", microphone.present());
        } else if (request instanceof ClientMessage.Broadcast broadcast) {
            type(out, "broadcast").writeBooleanField("on", broadcast.on());
            textIfAny(out, "title", broadcast.title());
        } else {
            people(out, request);
        }
    }

    private static void people(JsonGenerator out, ClientMessage.Request request)
            throws IOException {
        if (request instanceof ClientMessage.Gain gain) {
            type(out, "gain").writeStringField("participant", gain.participant());
            out.writeNumberField("decibels", gain.decibels());
        } else if (request instanceof ClientMessage.Still still) {
            type(out, "still").writeBooleanField("on", still.on());
        } else if (request instanceof ClientMessage.Stills stills) {
            stills(type(out, "stills"), stills);
        } else if (request instanceof ClientMessage.Remove remove) {
            type(out, "remove").writeStringField("participant", remove.participant());
        } else if (request instanceof ClientMessage.Door door) {
            type(out, "door");
            flagIfAny(out, "closed", door.closed());
            flagIfAny(out, "enterMuted", door.enterMuted());
        } else if (request instanceof ClientMessage.Admit admit) {
            type(out, "admit").writeStringField("participant", admit.participant());
            out.writeBooleanField("on", admit.on());
        } else if (request instanceof ClientMessage.Forgive) {
            type(out, "forgive");
        } else if (request instanceof ClientMessage.LowerHands) {
            type(out, "lower-hands");
        } else if (request instanceof ClientMessage.Rename rename) {
            type(out, "rename").writeStringField("name", rename.name());
        } else if (request instanceof ClientMessage.Chat chat) {
            type(out, "chat");
            flagIfAny(out, "open", chat.open());
            flagIfAny(out, "kept", chat.kept());
        } else if (request instanceof ClientMessage.Talk talk) {
            talk(out, talk);
        } else if (request instanceof ClientMessage.Refresh) {
            type(out, "refresh");
        } else if (request instanceof ClientMessage.Leave) {
            type(out, "leave");
        } else {
            throw new IllegalArgumentException("cannot be written: " + request);
        }
    }

    private static void talk(JsonGenerator out, ClientMessage.Talk talk) throws IOException {
        if (talk instanceof ClientMessage.Write write) {
            type(out, "write").writeStringField("text", write.text());
        } else if (talk instanceof ClientMessage.Erase erase) {
            type(out, "erase");
            if (erase.message() != null) {
                out.writeNumberField("message", erase.message());
            }
        } else if (talk instanceof ClientMessage.Recall recall) {
            type(out, "recall").writeNumberField("after", recall.after());
        } else if (talk instanceof ClientMessage.React react) {
            type(out, "react").writeStringField("reaction", react.reaction().wireName());
        } else {
            throw new IllegalArgumentException("cannot be written: " + talk);
        }
    }

    private static JsonGenerator type(JsonGenerator out, String type) throws IOException {
        out.writeStringField("type", type);
        return out;
    }

    private static void join(JsonGenerator out, ClientMessage.Join join) throws IOException {
        out.writeStringField("name", join.name());
        out.writeStringField("offer", join.offer());
        textIfAny(out, "hostKey", join.hostKey());
        textIfAny(out, "seat", join.seat());
        textIfAny(out, "device", join.device());
    }

    private static void lock(JsonGenerator out, ClientMessage.Lock lock) throws IOException {
        out.writeBooleanField("on", lock.on());
        if (lock.selection() != null) {
            SelectionJson.write(out, "selection", lock.selection());
        }
    }

    private static void mute(JsonGenerator out, ClientMessage.Mute mute) throws IOException {
        out.writeStringField("participant", mute.participant());
        out.writeStringField("line", mute.line().wireName());
        out.writeBooleanField("on", mute.on());
    }

    private static void stills(JsonGenerator out, ClientMessage.Stills stills) throws IOException {
        out.writeArrayFieldStart("of");
        for (String one : stills.of()) {
            out.writeString(one);
        }
        out.writeEndArray();
    }

    private static void textIfAny(JsonGenerator out, String name, @Nullable String text)
            throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }

    private static void flagIfAny(JsonGenerator out, String name, @Nullable Boolean flag)
            throws IOException {
        if (flag != null) {
            out.writeBooleanField(name, flag);
        }
    }
}
