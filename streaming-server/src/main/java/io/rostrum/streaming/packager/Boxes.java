package io.rostrum.streaming.packager;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ISO boxes as byte arrays: built from the inside to the outside, found by their path. */
final class Boxes {
    private static final int HEADER = 8;

    private Boxes() {}

    static byte[] box(String type, byte[]... contents) {
        int size = HEADER + Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).putInt(size).put(ascii(type));
        for (byte[] content : contents) {
            out.put(content);
        }
        return out.array();
    }

    static byte[] fullBox(String type, int version, int flags, byte[]... contents) {
        byte[] head = ByteBuffer.allocate(4).putInt(version << 24 | flags).array();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        for (byte[] content : contents) {
            body.writeBytes(content);
        }
        return box(type, body.toByteArray());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The whole box at the end of the path, its header included. */
    static byte[] find(byte[] boxes, String... path) {
        byte[] inside = boxes;
        byte[] found = boxes;
        for (String type : path) {
            found = first(inside, type);
            inside = Arrays.copyOfRange(found, HEADER, found.length);
        }
        return found;
    }

    private static byte[] first(byte[] boxes, String type) {
        ByteBuffer in = ByteBuffer.wrap(boxes);
        byte[] wanted = ascii(type);
        for (int at = 0; at + HEADER <= boxes.length; at += in.getInt(at)) {
            if (Arrays.equals(boxes, at + 4, at + 8, wanted, 0, 4)) {
                return Arrays.copyOfRange(boxes, at, at + in.getInt(at));
            }
        }
        throw new IllegalArgumentException("no box " + type);
    }
}
