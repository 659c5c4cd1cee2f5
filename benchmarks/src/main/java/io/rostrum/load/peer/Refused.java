package io.rostrum.load.peer;

import io.vertx.core.json.JsonObject;

/** The server does not do what it was asked for. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    Refused(JsonObject problem) {
        super(problem.encode());
        String type = problem.getString("type", "");
        code = type.substring(type.lastIndexOf('/') + 1);
    }

    /** Problem code of docs/protocol.md. */
    public String code() {
        return code;
    }
}
