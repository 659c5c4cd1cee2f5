package io.rostrum.protocol.json;

import io.rostrum.protocol.feed.Id;
import io.rostrum.protocol.signal.WireNamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object: strict about types, blind to what it does not know. */
final class Fields {
    private static final int LONGEST_REF = 64;

    /** Reads one object of a kind. */
    interface Reader<T> {
        T read(Fields in) throws BadMessage;
    }

    private final Map<?, ?> object;
    private final String path;
    private final @Nullable String ref;

    private Fields(Map<?, ?> object, String path, @Nullable String ref) {
        this.object = object;
        this.path = path;
        this.ref = ref;
    }

    /** Those of a message, with its reference if it has one. */
    static Fields of(String text) throws BadMessage {
        Map<String, @Nullable Object> message = Tree.object(text);
        Object given = message.get("ref");
        if (given == null || given instanceof String ref && ref.length() <= LONGEST_REF) {
            return new Fields(message, "", (String) given);
        }
        throw new BadMessage("ref is a string of at most 64 characters", null);
    }

    @Nullable String ref() {
        return ref;
    }

    BadMessage bad(String detail) {
        return new BadMessage(detail, ref);
    }

    private BadMessage bad(String name, String detail) {
        return bad(path + name + " " + detail);
    }

    boolean has(String name) {
        return object.get(name) != null;
    }

    /** Whether it is there, be it null. */
    boolean says(String name) {
        return object.containsKey(name);
    }

    String text(String name) throws BadMessage {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw bad(name, "must be a string");
    }

    @Nullable String textIfAny(String name) throws BadMessage {
        return has(name) ? text(name) : null;
    }

    String id(String name) throws BadMessage {
        return checkedId(name, text(name));
    }

    @Nullable String idIfAny(String name) throws BadMessage {
        return has(name) ? id(name) : null;
    }

    private String checkedId(String name, String id) throws BadMessage {
        if (Id.valid(id)) {
            return id;
        }
        throw bad(name, "must be an id: letters, digits, _ and -");
    }

    boolean flag(String name) throws BadMessage {
        if (object.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw bad(name, "must be true or false");
    }

    @Nullable Boolean flagIfAny(String name) throws BadMessage {
        return has(name) ? flag(name) : null;
    }

    long whole(String name) throws BadMessage {
        if (object.get(name) instanceof Long whole) {
            return whole;
        }
        throw bad(name, "must be a whole number");
    }

    @Nullable Long wholeIfAny(String name) throws BadMessage {
        return has(name) ? whole(name) : null;
    }

    int small(String name) throws BadMessage {
        long whole = whole(name);
        if (whole != (int) whole) {
            throw bad(name, "is too large");
        }
        return (int) whole;
    }

    @Nullable Integer smallIfAny(String name) throws BadMessage {
        return has(name) ? small(name) : null;
    }

    <E extends Enum<E> & WireNamed> E oneOf(String name, E[] constants) throws BadMessage {
        return constant(name, text(name), constants);
    }

    <E extends Enum<E> & WireNamed> @Nullable E oneOfIfAny(String name, E[] constants)
            throws BadMessage {
        return has(name) ? oneOf(name, constants) : null;
    }

    private <E extends Enum<E> & WireNamed> E constant(String name, String text, E[] constants)
            throws BadMessage {
        for (E constant : constants) {
            if (constant.wireName().equals(text)) {
                return constant;
            }
        }
        throw bad(name, "cannot be what it is");
    }

    /** Those of the object in that field. */
    Fields inner(String name) throws BadMessage {
        if (object.get(name) instanceof Map<?, ?> inner) {
            return new Fields(inner, path + name + ".", ref);
        }
        throw bad(name, "must be an object");
    }

    <T> @Nullable T innerIfAny(String name, Reader<T> reader) throws BadMessage {
        return has(name) ? reader.read(inner(name)) : null;
    }

    /** All names of this object. */
    List<String> names() {
        return object.keySet().stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) throws BadMessage {
        if (object.get(name) instanceof List<?> list) {
            return list;
        }
        throw bad(name, "must be a list");
    }

    <T> List<T> objects(String name, Reader<T> reader) throws BadMessage {
        List<T> all = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof Map<?, ?> one)) {
                throw bad(name, "must be a list of objects");
            }
            all.add(reader.read(new Fields(one, path + name + ".", ref)));
        }
        return all;
    }

    List<String> ids(String name) throws BadMessage {
        List<String> all = new ArrayList<>();
        for (String each : texts(name)) {
            all.add(checkedId(name, each));
        }
        return all;
    }

    <E extends Enum<E> & WireNamed> List<E> constants(String name, E[] constants)
            throws BadMessage {
        List<E> all = new ArrayList<>();
        for (String each : texts(name)) {
            all.add(constant(name, each, constants));
        }
        return all;
    }

    List<Long> wholes(String name) throws BadMessage {
        List<Long> all = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof Long whole)) {
                throw bad(name, "must be a list of whole numbers");
            }
            all.add(whole);
        }
        return all;
    }

    private List<String> texts(String name) throws BadMessage {
        List<String> all = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof String text)) {
                throw bad(name, "must be a list of strings");
            }
            all.add(text);
        }
        return all;
    }
}
