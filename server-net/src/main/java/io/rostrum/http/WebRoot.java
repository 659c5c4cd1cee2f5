package io.rostrum.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web pages, from the class path: all read once, at the start. Any thread.
 *
 * <p>Nothing is read or remembered later: names that strangers make up cost no memory, and no event
 * loop waits for a disk.
 */
public final class WebRoot {
    /** What browsers look for beside the pages: to install the site, and as its sign. */
    public static final List<String> SIGNS =
            List.of(
                    "manifest.webmanifest",
                    "icon.svg",
                    "icon-192.png",
                    "icon-512.png",
                    "icon-maskable.png",
                    "apple-touch-icon.png");

    private static final String ROOT = "webroot/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final Pattern NAME =
            Pattern.compile("(assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", HTML),
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

    private final Map<String, Asset> known = new HashMap<>();

    /** Told to every page in its root element. */
    private final String friend;

    /** Reads them; blocking. */
    public WebRoot(ClassLoader files) {
        this(files, null);
    }

    /**
     * Reads them; blocking.
     *
     * @param friend where browsers reach the other server of the station; null where there is none
     */
    public WebRoot(ClassLoader files, @Nullable URI friend) {
        this.friend =
                friend == null ? "" : "data-friend=\"" + Html.escaped(friend.toString()) + "\" ";
        try {
            for (URL root : Collections.list(files.getResources(ROOT))) {
                read(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(URL root) throws IOException {
        if (root.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false); // the file is closed here
            try (JarFile file = jar.getJarFile()) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (entry.getName().startsWith(ROOT)) {
                        try (InputStream in = file.getInputStream(entry)) {
                            put(entry.getName().substring(ROOT.length()), in);
                        }
                    }
                }
            }
        } else {
            read(Path.of(URI.create(root.toString())));
        }
    }

    /** A folder, as while it is built. */
    private void read(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root, 2)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(each)) {
                    put(root.relativize(each).toString().replace('\\', '/'), in);
                }
            }
        }
    }

    /** The first on the class path counts, as with every other file there. */
    private void put(String name, InputStream in) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type != null && NAME.matcher(name).matches() && !known.containsKey(name)) {
            known.put(name, dressed(new Asset(type, in.readAllBytes()), type));
        }
    }

    private Asset dressed(Asset file, String type) {
        return type.equals(HTML) && !friend.isEmpty()
                ? file.with("<html ", "<html " + friend)
                : file;
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

    /** One of {@link #SIGNS}; nothing where there is no such file. */
    public Optional<Asset> sign(String name) {
        return file(name);
    }

    private Optional<Asset> file(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** How many files there are. */
    int size() {
        return known.size();
    }
}
