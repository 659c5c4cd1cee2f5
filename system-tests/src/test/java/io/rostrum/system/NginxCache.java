package io.rostrum.system;

import io.rostrum.testing.Eventually;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cache before the streaming server, as a CDN is one: nginx, which is told to keep what the
 * headers let it keep, and to ask once where several ask at the same time.
 */
final class NginxCache implements AutoCloseable {
    /** What one request was answered from: {@code MISS}, {@code HIT}, … */
    record Answer(String from, int status, String address) {
        boolean asked() {
            return !from.equals("HIT");
        }
    }

    private final Process process;
    private final Path folder;
    private final URI address;

    private NginxCache(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    static NginxCache start(int port, URI behind) throws IOException {
        Path folder = Files.createTempDirectory("rostrum-cache");
        Path file = folder.resolve("nginx.conf");
        Files.writeString(
                file,
                """
                daemon off; master_process off; worker_processes 1; pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 512; }
                http {
                  log_format short '$upstream_cache_status $status $request_uri';
                  access_log %1$s/access.log short;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/temp;
                  proxy_cache_path %1$s/kept keys_zone=kept:1m;
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass %3$s;
                      proxy_http_version 1.1;
                      proxy_set_header Connection '';
                      proxy_set_header Host $http_host;
                      proxy_cache kept;
                      proxy_cache_lock on;
                      proxy_cache_lock_timeout 15s;
                      proxy_cache_lock_age 15s;
                    }
                  }
                }
                """
                        .formatted(folder, port, behind));
        Process process =
                new ProcessBuilder(
                                "/usr/sbin/nginx", "-p", folder.toString(), "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Eventually.holds("nginx listens", Duration.ofSeconds(10), () -> listens(port));
        return new NginxCache(process, folder, URI.create("http://127.0.0.1:" + port));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    /** All answers so far. */
    List<Answer> answers() throws IOException {
        return Files.readAllLines(folder.resolve("access.log")).stream()
                .map(line -> line.split(" ", 3))
                .map(word -> new Answer(word[0], Integer.parseInt(word[1]), word[2]))
                .toList();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
