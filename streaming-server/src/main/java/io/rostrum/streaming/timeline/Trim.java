package io.rostrum.streaming.timeline;

import io.vertx.core.json.JsonObject;

/**
 * What is shown of a recording, and what is kept of it. Immutable.
 *
 * <p>The index of a session is never changed; the samples file holds what is kept. While the rest
 * is being erased it may hold what is shown alone already: its length tells.
 *
 * @param shown lies within what is kept
 * @param kept what the samples file holds
 * @param erasing what is not shown is to go for good; there is no way back
 */
public record Trim(Extent shown, Extent kept, boolean erasing) {
    public static final Trim NONE = new Trim(Extent.ALL, Extent.ALL, false);

    public Trim {
        if (!kept.covers(shown)) {
            throw new IllegalArgumentException(shown + " is not kept: " + kept);
        }
    }

    /** Shows something else of what is kept. */
    public Trim showing(Extent other) {
        return new Trim(other, kept, false);
    }

    /** The rest is to be erased. */
    public Trim erases() {
        return new Trim(shown, kept, true);
    }

    /** The rest was erased. */
    public Trim erased() {
        return new Trim(shown, shown, false);
    }

    /** Whether something is kept that is not shown. */
    public boolean hides() {
        return !shown.equals(kept);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("from", shown.from())
                .put("to", shown.to())
                .put("keptFrom", kept.from())
                .put("keptTo", kept.to())
                .put("erasing", erasing);
    }

    static Trim of(JsonObject json) {
        return new Trim(
                new Extent(json.getLong("from"), json.getLong("to")),
                new Extent(json.getLong("keptFrom"), json.getLong("keptTo")),
                json.getBoolean("erasing"));
    }
}
