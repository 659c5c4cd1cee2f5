package io.rostrum.center.signal;

import com.fasterxml.jackson.databind.JsonNode;
import io.rostrum.protocol.signal.Selection;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one message: strict about types, blind to what it does not know. */
final class Fields {
    private static final int LONGEST_ID = 64;

    private final JsonNode message;
    private final @Nullable String ref;

    Fields(JsonNode message) throws BadMessage {
        this.message = message;
        JsonNode given = message.get("ref");
        if (given == null || given.isNull()) {
            ref = null;
        } else if (given.isTextual() && given.textValue().length() <= 64) {
            ref = given.textValue();
        } else {
            throw new BadMessage("ref is a string of at most 64 characters", null);
        }
    }

    @Nullable String ref() {
        return ref;
    }

    BadMessage bad(String detail) {
        return new BadMessage(detail, ref);
    }

    boolean has(String name) {
        JsonNode node = message.get(name);
        return node != null && !node.isNull();
    }

    String text(String name) throws BadMessage {
        JsonNode node = message.get(name);
        if (node == null || !node.isTextual()) {
            throw bad(name + " must be a string");
        }
        return node.textValue();
    }

    @Nullable String textIfAny(String name) throws BadMessage {
        return has(name) ? text(name) : null;
    }

    String id(String name) throws BadMessage {
        return checkedId(name, text(name));
    }

    private String checkedId(String name, String id) throws BadMessage {
        if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(Fields::idLetter)) {
            throw bad(name + " must be an id: letters, digits, _ and -");
        }
        return id;
    }

    private static boolean idLetter(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }

    @Nullable Boolean flagIfAny(String name) throws BadMessage {
        return has(name) ? flag(name) : null;
    }

    boolean flag(String name) throws BadMessage {
        JsonNode node = message.get(name);
        if (node == null || !node.isBoolean()) {
            throw bad(name + " must be true or false");
        }
        return node.booleanValue();
    }

    <E extends Enum<E>> E oneOf(String name, E[] constants) throws BadMessage {
        String text = text(name);
        for (E constant : constants) {
            if (ServerMessageWriter.wireName(constant).equals(text)) {
                return constant;
            }
        }
        throw bad(name + " cannot be what it is");
    }

    Selection selection(String name) throws BadMessage {
        JsonNode node = message.get(name);
        if (node == null || !node.isObject()) {
            throw bad(name + " must be an object");
        }
        JsonNode kind = node.get("kind");
        return switch (kind == null ? "" : kind.asText()) {
            case "participant" -> participant(name, node.get("id"));
            case "speaker" -> Selection.speaker();
            case "none" -> Selection.none();
            default -> throw bad(name + ".kind must be participant, speaker or none");
        };
    }

    private Selection participant(String name, @Nullable JsonNode id) throws BadMessage {
        if (id == null || !id.isTextual()) {
            throw bad(name + ".id must be a string");
        }
        return Selection.participant(checkedId(name + ".id", id.textValue()));
    }
}
