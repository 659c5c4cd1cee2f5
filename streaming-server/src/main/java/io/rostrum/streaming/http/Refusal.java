package io.rostrum.streaming.http;

import io.vertx.core.json.JsonObject;

/** Ends the handling of a request with a problem for the one who asked. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient JsonObject extra;

    public Refusal(Problem problem) {
        this(problem, new JsonObject());
    }

    /**
     * @param extra further members of the problem details
     */
    public Refusal(Problem problem, JsonObject extra) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.extra = extra;
    }

    public Problem problem() {
        return problem;
    }

    public JsonObject body() {
        return problem.toJson().mergeIn(extra);
    }
}
