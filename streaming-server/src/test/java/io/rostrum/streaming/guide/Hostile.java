package io.rostrum.streaming.guide;

import java.util.stream.Stream;

/** Titles that somebody may give, and what a line of text shows of them. */
record Hostile(String title, String shown) {
    private static final String HEAD = "\uD83D";

    static Stream<Hostile> all() {
        return Stream.of(
                new Hostile("He said \"go\", and 'went'", "He said \"go\", and 'went'"),
                new Hostile("a\nb\r\nc\td", "a b c d"),
                new Hostile("x\n#EXTINF:-1,Fake\nhttp://evil/", "x #EXTINF:-1,Fake http://evil/"),
                new Hostile("bell\u0007 nul\u0000 esc\u001B[2J", "bell nul esc [2J"),
                new Hostile("next\u0085line\u2028sep\u2029par", "next line sep par"),
                new Hostile("]]><x>&amp;<!--", "]]><x>&amp;<!--"),
                new Hostile("<script>alert(1)</script>", "<script>alert(1)</script>"),
                new Hostile("\" onerror=\"x", "\" onerror=\"x"),
                new Hostile(
                        "\uD83D\uDE80 launch \uD83D\uDC68\u200D\uD83D\uDE80",
                        "\uD83D\uDE80 launch \uD83D\uDC68\u200D\uD83D\uDE80"),
                new Hostile("שלום עולם مرحبا", "שלום עולם مرحبا"),
                new Hostile("abc\u202Egnp.exe\u2066", "abcgnp.exe"),
                new Hostile("half " + HEAD + " emoji", "half \uFFFD emoji"),
                new Hostile("non\uFFFEcharacter\uFFFF", "non character"),
                new Hostile("新闻；\\n,;:", "新闻；\\n,;:"),
                new Hostile(" \n ", "Ana"));
    }
}
