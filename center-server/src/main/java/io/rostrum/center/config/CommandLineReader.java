package io.rostrum.center.config;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns the command line into the configuration. */
public final class CommandLineReader {
    private CommandLineReader() {}

    /**
     * The configuration; empty when only help was asked for, which was then written.
     *
     * @throws ConfigException with one line that says what is wrong
     */
    public static Optional<CenterConfig> read(String[] arguments, PrintWriter out)
            throws ConfigException {
        CenterOptions options = new CenterOptions();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
        } catch (ParameterException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
        if (options.help) {
            line.usage(out);
            return Optional.empty();
        }
        return Optional.of(options.config());
    }
}
