package io.rostrum.center.room;

import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;

/** A request that was not carried out, in words that the user may read. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;

    public Refusal(ProblemCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    public Problem problem() {
        return Problem.of(code, String.valueOf(getMessage()));
    }
}
