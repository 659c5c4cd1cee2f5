package io.rostrum.center.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Random names and keys that nobody can guess. */
public final class Secrets {
    /** Without look-alikes, for ids that people read out. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int KEY_BYTES = 24;
    private static final int ID_LETTERS = 10;

    private final SecureRandom random = new SecureRandom();

    /** 192 random bits in URL-safe Base64. */
    public String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A room id of ten letters: about 49 random bits. */
    public String roomId() {
        StringBuilder id = new StringBuilder(ID_LETTERS);
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
