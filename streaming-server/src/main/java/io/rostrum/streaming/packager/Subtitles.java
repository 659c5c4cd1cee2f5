package io.rostrum.streaming.packager;

/**
 * Captions that a master playlist names (RFC 8216 section 4.3.4.1).
 *
 * @param language a tag of BCP 47
 * @param name for people; without a quotation mark
 * @param playlist address of their media playlist
 */
public record Subtitles(String language, String name, String playlist) {}
