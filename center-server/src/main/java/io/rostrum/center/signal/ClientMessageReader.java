package io.rostrum.center.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.VideoSource;

/** Turns a client's text into a message; docs/protocol.md, client to server. */
final class ClientMessageReader {
    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .reader();

    private ClientMessageReader() {}

    static ClientMessage read(String text) throws BadMessage {
        JsonNode node = tree(text);
        if (!node.isObject()) {
            throw new BadMessage("A message is a JSON object.", null);
        }
        Fields fields = new Fields(node);
        return read(fields.text("type"), fields);
    }

    private static JsonNode tree(String text) throws BadMessage {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadMessage("This is not JSON.", null);
        }
    }

    private static ClientMessage read(String type, Fields in) throws BadMessage {
        return switch (type) {
            case "join" -> join(in);
            case "choose" -> new ClientMessage.Choose(in.ref(), in.selection("selection"));
            case "lock" -> lock(in);
            case "assign" -> new ClientMessage.Assign(in.ref(), in.selection("selection"));
            case "mute" ->
                    new ClientMessage.Mute(
                            in.ref(),
                            in.id("participant"),
                            in.oneOf("line", Line.values()),
                            in.flag("on"));
            case "source" ->
                    new ClientMessage.Source(in.ref(), in.oneOf("source", VideoSource.values()));
            case "microphone" -> new ClientMessage.Microphone(in.ref(), in.flag("present"));
            case "broadcast" ->
                    new ClientMessage.Broadcast(in.ref(), in.flag("on"), in.textIfAny("title"));
            case "remove" -> new ClientMessage.Remove(in.ref(), in.id("participant"));
            case "door" ->
                    new ClientMessage.Door(
                            in.ref(), in.flagIfAny("closed"), in.flagIfAny("enterMuted"));
            case "admit" -> new ClientMessage.Admit(in.ref(), in.id("participant"), in.flag("on"));
            case "forgive" -> new ClientMessage.Forgive(in.ref());
            case "leave" -> new ClientMessage.Leave(in.ref());
            default -> throw in.bad("There is no such type of message.");
        };
    }

    private static ClientMessage join(Fields in) throws BadMessage {
        String name = in.has("name") ? in.text("name") : "";
        return new ClientMessage.Join(
                in.ref(),
                name,
                in.text("offer"),
                in.textIfAny("hostKey"),
                in.textIfAny("seat"),
                in.has("device") ? in.id("device") : null);
    }

    private static ClientMessage lock(Fields in) throws BadMessage {
        return new ClientMessage.Lock(
                in.ref(), in.flag("on"), in.has("selection") ? in.selection("selection") : null);
    }
}
