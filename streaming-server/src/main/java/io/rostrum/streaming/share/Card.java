package io.rostrum.streaming.share;

import org.jspecify.annotations.Nullable;

/**
 * What a link to a program tells of it.
 *
 * @param page its address
 * @param embed address of the player for foreign pages
 * @param picture null for none
 * @param seconds its length; 0 while nobody knows
 */
public record Card(
        String title,
        String host,
        String description,
        String page,
        String embed,
        @Nullable String picture,
        long seconds) {}
