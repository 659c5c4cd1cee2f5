package io.rostrum.center.main;

import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.CommandLineReader;
import io.rostrum.center.config.ConfigException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The center server's entry point. */
public final class Main {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());
    private static final int WRONG_CONFIGURATION = 2;
    private static final int CANNOT_START = 1;
    private static final int STOP_SECONDS = 10;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try {
            Optional<CenterConfig> config = CommandLineReader.read(arguments, out);
            if (config.isPresent()) {
                run(config.get(), out);
            }
        } catch (ConfigException e) {
            end(WRONG_CONFIGURATION, String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.log(System.Logger.Level.DEBUG, "start failed", cause);
            end(CANNOT_START, cause.getMessage() == null ? cause.toString() : cause.getMessage());
        }
    }

    private static void run(CenterConfig config, PrintWriter out)
            throws ExecutionException, InterruptedException {
        CenterServer server =
                CenterServer.start(config).toCompletionStage().toCompletableFuture().get();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        out.println("center-server: listening on " + config.http().bind() + ":" + server.port());
    }

    private static void stop(CenterServer server) {
        try {
            var _ =
                    server.stop()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "did not stop in order", e);
        }
    }

    private static void end(int status, String reason) {
        System.err.println("center-server: " + reason);
        System.exit(status);
    }
}
