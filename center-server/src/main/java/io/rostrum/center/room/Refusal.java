package io.rostrum.center.room;

import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import org.jspecify.annotations.Nullable;

/** A request that was not carried out, in words that the user may read. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final @Nullable Integer retryAfter;

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, null);
    }

    /**
     * A refusal for now.
     *
     * @param retryAfter seconds after which it may be asked again; null: nothing is said of that
     */
    public Refusal(ProblemCode code, String detail, @Nullable Integer retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public ProblemCode code() {
        return code;
    }

    public Problem problem() {
        return Problem.of(code, String.valueOf(getMessage()), retryAfter);
    }
}
