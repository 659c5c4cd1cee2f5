package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.Reacted;
import io.rostrum.protocol.signal.Reaction;
import io.rostrum.protocol.signal.ServerMessage;
import java.io.IOException;

/** What people wrote and showed, as the center tells it. */
final class TalkJson {
    private TalkJson() {}

    static void chat(JsonGenerator out, ServerMessage.Chat chat) throws IOException {
        out.writeArrayFieldStart("messages");
        for (ChatLine line : chat.messages()) {
            out.writeStartObject();
            out.writeNumberField("number", line.number());
            out.writeStringField("at", line.at());
            out.writeStringField("from", line.from());
            out.writeStringField("name", line.name());
            out.writeBooleanField("host", line.host());
            out.writeStringField("text", line.text());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static ServerMessage chat(Fields in) throws BadMessage {
        return new ServerMessage.Chat(in.objects("messages", TalkJson::line));
    }

    private static ChatLine line(Fields in) throws BadMessage {
        return new ChatLine(
                in.whole("number"),
                in.text("at"),
                in.id("from"),
                in.text("name"),
                in.flag("host"),
                in.text("text"));
    }

    static void erased(JsonGenerator out, ServerMessage.Erased erased) throws IOException {
        if (erased.through() == null) {
            out.writeNullField("through");
        } else {
            out.writeNumberField("through", erased.through());
        }
        out.writeArrayFieldStart("messages");
        for (Long number : erased.messages()) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }

    static ServerMessage erased(Fields in) throws BadMessage {
        return new ServerMessage.Erased(in.wholeIfAny("through"), in.wholes("messages"));
    }

    static void reactions(JsonGenerator out, ServerMessage.Reactions reactions) throws IOException {
        out.writeArrayFieldStart("people");
        for (Reacted one : reactions.people()) {
            out.writeStartObject();
            out.writeStringField("participant", one.participant());
            out.writeStringField("reaction", one.reaction().wireName());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static ServerMessage reactions(Fields in) throws BadMessage {
        return new ServerMessage.Reactions(
                in.objects(
                        "people",
                        one ->
                                new Reacted(
                                        one.id("participant"),
                                        one.oneOf("reaction", Reaction.values()))));
    }
}
