package io.rostrum.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Inputs that once reached what no valid one reaches: the fuzzers begin with them. One file for
 * each parser in {@code corpus/} among a module's test resources, a line of hexadecimal for each
 * input; made by {@code Harvest} of media's tests.
 */
public final class Corpus {
    /** What looks on while a corpus is made: name and parser in, the parser that is run. */
    static BiFunction<String, Consumer<byte[]>, Consumer<byte[]>> watch = (name, parser) -> parser;

    private Corpus() {}

    /** The parser to feed, which has taken the whole corpus of that name already. */
    @SuppressWarnings("ReferenceEquality") // Whether anybody looks on.
    public static Consumer<byte[]> through(String name, Consumer<byte[]> parser) {
        Consumer<byte[]> watched = watch.apply(name, parser);
        if (watched == parser) {
            inputs(name).forEach(input -> take(name, input, parser));
        }
        return watched;
    }

    private static void take(String name, byte[] input, Consumer<byte[]> parser) {
        try {
            parser.accept(input.clone());
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name + ".txt: " + HexFormat.of().formatHex(input), e);
        }
    }

    static List<byte[]> inputs(String name) {
        InputStream file = Corpus.class.getResourceAsStream("/corpus/" + name + ".txt");
        Objects.requireNonNull(file, () -> "no corpus " + name + ": see Harvest");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return reader.lines().map(HexFormat.of()::parseHex).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
