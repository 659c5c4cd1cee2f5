package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.Warning.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private final List<@Nullable Warning> told = new ArrayList<>();
    private final Warnings warnings = new Warnings(told::add);

    @Test
    void eachIsToldOnceAndItsEndToo() {
        warnings.set(Kind.OUT_OF_STEP, "ana", true);
        warnings.set(Kind.OUT_OF_STEP, "ana", true);
        warnings.set(Kind.OUT_OF_STEP, "ana", false);
        warnings.set(Kind.OUT_OF_STEP, "ana", false);

        assertThat(told).containsExactly(new Warning(Kind.OUT_OF_STEP, "ana"), null);
    }

    @Test
    void theOldestStandsUntilItIsOver() {
        warnings.set(Kind.OUT_OF_STEP, "ana", true);
        warnings.set(Kind.NOT_CONVERTED, "ben", true);
        warnings.forget("ana");
        warnings.forget("ben");

        assertThat(told)
                .containsExactly(
                        new Warning(Kind.OUT_OF_STEP, "ana"),
                        new Warning(Kind.NOT_CONVERTED, "ben"),
                        null);
    }
}
