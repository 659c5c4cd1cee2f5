package io.rostrum.protocol.signal;

/** What can be refused, with the HTTP status that says the same. */
public enum ProblemCode implements WireNamed {
    BAD_MESSAGE(400, "The message cannot be understood"),
    NAME_MISSING(400, "A name is missing"),
    BAD_ID(400, "Not an id"),
    UNAUTHORIZED(401, "A bearer token is missing"),
    NOT_HOST(403, "Only the host can do this"),
    BAD_HOST_KEY(403, "The host key does not open this room"),
    BAD_TOKEN(403, "The token does not open this room"),
    BAD_ORIGIN(403, "Pages of this origin may not connect"),
    LOCKED(403, "The host has locked the picture"),
    MUTED_BY_HOST(403, "The host has muted this line"),
    CHAT_CLOSED(403, "Only the host writes in the chat"),
    SILENCED(403, "The host lets you write no more"),
    REMOVED(403, "The host has removed you"),
    NOT_ADMITTED(403, "Nobody let you in"),
    UNKNOWN_PAGE(404, "There is no such page"),
    UNKNOWN_ROOM(404, "There is no such room"),
    UNKNOWN_PARTICIPANT(404, "There is no such participant"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    BAD_OFFER(406, "The session description cannot be answered"),
    TOO_SLOW(408, "The request took too long"),
    NOT_LOCKED(409, "The picture is not locked"),
    NOT_JOINED(409, "Join first"),
    ALREADY_JOINED(409, "This connection has joined already"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "This content type is not taken"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    NO_STATION(503, "There is no streaming server"),
    ROOM_FULL(503, "The room is full"),
    INTERNAL(500, "The server has made a mistake"),
    BROADCAST_FAILED(503, "The broadcast could not be started");

    private static final String BASE = "https://rostrum.io/problems/";

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The last part of the type. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }

    /** The problem type of RFC 9457. */
    public String type() {
        return BASE + wireName();
    }
}
