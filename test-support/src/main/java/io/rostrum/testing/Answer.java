package io.rostrum.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An object that a page's script has returned, by its fields. */
record Answer(Map<?, ?> fields) {
    static Answer of(Object value) {
        return new Answer((Map<?, ?>) value);
    }

    double number(String key) {
        return ((Number) field(key)).doubleValue();
    }

    int whole(String key) {
        return (int) Math.round(number(key));
    }

    boolean flag(String key) {
        return (Boolean) field(key);
    }

    List<Answer> list(String key) {
        return ((List<?>) field(key)).stream().map(Answer::of).toList();
    }

    List<String> texts(String key) {
        return ((List<?>) field(key)).stream().map(String.class::cast).toList();
    }

    Colour colour() {
        return Colour.nearest(whole("red"), whole("green"), whole("blue"));
    }

    private Object field(String key) {
        return Objects.requireNonNull(fields.get(key), key);
    }
}
