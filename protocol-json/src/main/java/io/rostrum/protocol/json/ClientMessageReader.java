package io.rostrum.protocol.json;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.Reaction;
import io.rostrum.protocol.signal.VideoSource;

/** Turns a client's text into a message; docs/protocol.md, client to server. */
public final class ClientMessageReader {
    private ClientMessageReader() {}

    /**
     * What that text says.
     *
     * @throws BadMessage where it is no message of ours
     */
    public static ClientMessage read(String text) throws BadMessage {
        Fields in = Fields.of(text);
        return switch (in.text("type")) {
            case "join" -> join(in);
            case "choose" -> new ClientMessage.Choose(in.ref(), SelectionJson.read(selection(in)));
            case "lock" ->
                    new ClientMessage.Lock(
                            in.ref(),
                            in.flag("on"),
                            in.innerIfAny("selection", SelectionJson::read));
            case "assign" -> new ClientMessage.Assign(in.ref(), SelectionJson.read(selection(in)));
            case "mute" ->
                    new ClientMessage.Mute(
                            in.ref(),
                            in.id("participant"),
                            in.oneOf("line", Line.values()),
                            in.flag("on"));
            case "gain" ->
                    new ClientMessage.Gain(in.ref(), in.id("participant"), in.small("decibels"));
            case "hand" ->
                    new ClientMessage.Hand(in.ref(), in.flag("up"), in.idIfAny("participant"));
            case "source" ->
                    new ClientMessage.Source(in.ref(), in.oneOf("source", VideoSource.values()));
            case "microphone" -> new ClientMessage.Microphone(in.ref(), in.flag("present"));
            case "still" -> new ClientMessage.Still(in.ref(), in.flag("on"));
            case "stills" -> new ClientMessage.Stills(in.ref(), in.ids("of"));
            case "broadcast" ->
                    new ClientMessage.Broadcast(in.ref(), in.flag("on"), in.textIfAny("title"));
            case "remove" -> new ClientMessage.Remove(in.ref(), in.id("participant"));
            case "door" ->
                    new ClientMessage.Door(
                            in.ref(), in.flagIfAny("closed"), in.flagIfAny("enterMuted"));
            case "admit" -> new ClientMessage.Admit(in.ref(), in.id("participant"), in.flag("on"));
            case "forgive" -> new ClientMessage.Forgive(in.ref());
            case "refresh" -> new ClientMessage.Refresh(in.ref());
            case "lower-hands" -> new ClientMessage.LowerHands(in.ref());
            case "rename" -> new ClientMessage.Rename(in.ref(), in.text("name"));
            case "chat" ->
                    new ClientMessage.Chat(in.ref(), in.flagIfAny("open"), in.flagIfAny("kept"));
            case "write" -> new ClientMessage.Write(in.ref(), in.text("text"));
            case "erase" -> new ClientMessage.Erase(in.ref(), in.wholeIfAny("message"));
            case "recall" -> new ClientMessage.Recall(in.ref(), in.whole("after"));
            case "react" ->
                    new ClientMessage.React(in.ref(), in.oneOf("reaction", Reaction.values()));
            case "leave" -> new ClientMessage.Leave(in.ref());
            default -> throw in.bad("There is no such type of message.");
        };
    }

    private static Fields selection(Fields in) throws BadMessage {
        return in.inner("selection");
    }

    private static ClientMessage join(Fields in) throws BadMessage {
        return new ClientMessage.Join(
                in.ref(),
                in.has("name") ? in.text("name") : "",
                in.text("offer"),
                in.textIfAny("hostKey"),
                in.textIfAny("seat"),
                in.idIfAny("device"));
    }
}
