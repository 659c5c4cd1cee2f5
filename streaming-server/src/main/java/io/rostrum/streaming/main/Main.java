package io.rostrum.streaming.main;

import io.rostrum.streaming.config.CommandLine;
import io.rostrum.streaming.config.Settings;
import java.io.IOException;
import java.io.PrintStream;

/** The streaming server as a program. */
public final class Main {
    private static final int BAD_SETTINGS = 2;
    private static final int CANNOT_START = 1;

    private Main() {}

    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Starts the server, or says in one line why not; 0 where it runs. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine options = new CommandLine();
        picocli.CommandLine parser = new picocli.CommandLine(options);
        try {
            picocli.CommandLine.ParseResult parsed = parser.parseArgs(args);
            if (picocli.CommandLine.executeHelpRequest(parsed) != null) {
                return 0;
            }
            Settings settings = options.settings(CommandLine.environment());
            StreamingServer server = StreamingServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            out.println("Rostrum streaming server: " + settings.http().base(server.port()) + "/");
            return 0;
        } catch (picocli.CommandLine.ParameterException | IllegalArgumentException e) {
            err.println("rostrum-streaming: " + e.getMessage());
            return BAD_SETTINGS;
        } catch (IOException e) {
            err.println("rostrum-streaming: " + e.getMessage());
            return CANNOT_START;
        }
    }
}
