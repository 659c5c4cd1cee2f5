package io.rostrum.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the web pages, from the class path. Any thread.
 *
 * <p>Remembers what exists and nothing else: names that strangers make up cost no memory.
 */
public final class WebRoot {
    private static final String ROOT = "webroot/";
    private static final Pattern NAME =
            Pattern.compile("(assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"));

    private final ClassLoader files;
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    public WebRoot(ClassLoader files) {
        this.files = files;
    }

    /** A page of ours, which is there. */
    public Asset page(String name) {
        return file(name)
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    /** What the pages load from {@code /assets/}; nothing where there is no such file. */
    public Optional<Asset> asset(String name) {
        return file("assets/" + name);
    }

    private Optional<Asset> file(String name) {
        Asset file = known.get(name);
        if (file != null) {
            return Optional.of(file);
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return read(name, type);
    }

    private Optional<Asset> read(String name, String type) {
        try (InputStream in = files.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                return Optional.empty();
            }
            Asset file = new Asset(type, in.readAllBytes());
            known.put(name, file);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many files are remembered. */
    int size() {
        return known.size();
    }
}
