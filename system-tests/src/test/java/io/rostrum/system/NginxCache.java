package io.rostrum.system;

import io.rostrum.testing.Nginx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/**
 * A cache before the streaming server, as a CDN is one: nginx, which is told to keep what the
 * headers let it keep, and to ask once where several ask at the same time.
 */
record NginxCache(Nginx nginx) implements AutoCloseable {
    /** What one request was answered from: {@code MISS}, {@code HIT}, … */
    record Answer(String from, int status, String address) {
        boolean asked() {
            return !from.equals("HIT");
        }
    }

    static NginxCache start(int port, URI behind) throws IOException {
        return new NginxCache(
                Nginx.start(
                        port,
                        """
                        log_format short '$upstream_cache_status $status $request_uri';
                        access_log access.log short;
                        proxy_cache_path kept keys_zone=kept:1m;
                        """,
                        """
                        location / {
                          proxy_pass %s;
                          proxy_http_version 1.1;
                          proxy_set_header Connection '';
                          proxy_set_header Host $http_host;
                          proxy_cache kept;
                          proxy_cache_lock on;
                          proxy_cache_lock_timeout 15s;
                          proxy_cache_lock_age 15s;
                        }
                        """
                                .formatted(behind)));
    }

    URI address() {
        return nginx.address();
    }

    /** All answers so far. */
    List<Answer> answers() throws IOException {
        return Files.readAllLines(nginx.folder().resolve("access.log")).stream()
                .map(line -> line.split(" ", 3))
                .map(word -> new Answer(word[0], Integer.parseInt(word[1]), word[2]))
                .toList();
    }

    @Override
    public void close() throws IOException {
        nginx.close();
    }
}
