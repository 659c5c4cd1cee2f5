package io.rostrum.protocol.feed;

/**
 * Who came on air, and when.
 *
 * @param picture his name; empty: nobody
 * @param at in 1/90000 s of the program
 */
public record Take(String picture, long at) {}
