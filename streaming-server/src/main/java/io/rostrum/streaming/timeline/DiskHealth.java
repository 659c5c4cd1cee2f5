package io.rostrum.streaming.timeline;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operator has to know about the disk, in words. Any thread. */
public final class DiskHealth {
    private static final System.Logger LOG = System.getLogger(DiskHealth.class.getName());
    private volatile @Nullable String trouble;

    /** The disk failed or is full. */
    public void failed(String words) {
        if (trouble == null) {
            LOG.log(Level.ERROR, words);
        }
        trouble = words;
    }

    /** A write succeeded, or there is space again. */
    public void fine() {
        if (trouble != null) {
            trouble = null;
            LOG.log(Level.INFO, "the disk takes data again");
        }
    }

    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
