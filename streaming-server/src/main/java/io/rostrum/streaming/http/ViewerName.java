package io.rostrum.streaming.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a browser makes up for its user: the same in all its windows, and after a reload.
 * It counts viewers as people, and says nothing else of them.
 *
 * <p>It comes as a header, so that a cache keeps one playlist for all; or as {@code ?v=}.
 */
public final class ViewerName {
    public static final String HEADER = "Rostrum-Viewer";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private ViewerName() {}

    /** Empty where there is none, or none that can be one. */
    public static String of(HttpServerRequest request) {
        String address = inAddress(request);
        return address.isEmpty() ? checked(request.getHeader(HEADER)) : address;
    }

    /** The one in the address alone. */
    public static String inAddress(HttpServerRequest request) {
        return checked(request.getParam("v"));
    }

    private static String checked(@Nullable String name) {
        return name != null && NAME.matcher(name).matches() ? name : "";
    }
}
