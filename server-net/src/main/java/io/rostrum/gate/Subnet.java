package io.rostrum.gate;

import java.net.InetAddress;

/**
 * Addresses that begin alike, as {@code 10.0.0.0/8} or {@code ::1}.
 *
 * @param bits that are alike
 */
public record Subnet(InetAddress first, int bits) {
    public Subnet {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("no such prefix: " + first + "/" + bits);
        }
    }

    /**
     * Reads one address, or a prefix.
     *
     * @param option that it was given to, for the operator
     * @throws IllegalArgumentException where it is neither; names are not looked up
     */
    public static Subnet of(String option, String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = first.getAddress().length * Byte.SIZE;
            return new Subnet(first, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    option + " takes addresses, as 10.0.0.0/8 or ::1: " + text, e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
