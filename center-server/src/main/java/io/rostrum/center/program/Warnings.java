package io.rostrum.center.program;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is wrong now; the oldest is told, each once. Confined to the program's thread. */
final class Warnings {
    private final Consumer<@Nullable Warning> out;
    private final Set<Warning> all = new LinkedHashSet<>();
    private @Nullable Warning told;

    /**
     * @param out null: all is well
     */
    Warnings(Consumer<@Nullable Warning> out) {
        this.out = out;
    }

    void set(Warning.Kind kind, String source, boolean wrong) {
        Warning warning = new Warning(kind, source);
        if (wrong ? all.add(warning) : all.remove(warning)) {
            tell();
        }
    }

    /** That source is not on air any more. */
    void forget(String source) {
        if (all.removeIf(warning -> warning.source().equals(source))) {
            tell();
        }
    }

    private void tell() {
        Warning first = all.isEmpty() ? null : all.iterator().next();
        if (!Objects.equals(first, told)) {
            told = first;
            out.accept(first);
        }
    }
}
