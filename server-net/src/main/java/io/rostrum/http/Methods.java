package io.rostrum.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which methods an address knows, read from the routes: the end of every router.
 *
 * <p>OPTIONS tells them (RFC 9110 section 9.3.7), another wrong method gets 405 with Allow (section
 * 15.5.6), and an address that no route has gets 404.
 */
public final class Methods {
    private record Known(Pattern path, Set<HttpMethod> methods) {}

    private final List<Known> all;

    private Methods(List<Known> all) {
        this.all = all;
    }

    /** Of all routes that this router has by now. */
    public static Methods of(Router router) {
        return new Methods(
                router.getRoutes().stream().map(Methods::known).filter(Objects::nonNull).toList());
    }

    /** Behind all routes of this router: what nobody answered is refused here. */
    public static void close(Router router) {
        Methods methods = of(router);
        router.route().handler(methods::refuse);
    }

    /** Null for what stands before many doors: it has no methods, or a path with an asterisk. */
    private static @Nullable Known known(Route route) {
        String path = route.getPath();
        Set<HttpMethod> methods = route.methods();
        if (path == null || methods == null || methods.isEmpty() || !route.isExactPath()) {
            return null;
        }
        return new Known(pattern(path), Set.copyOf(methods));
    }

    private static Pattern pattern(String path) {
        StringBuilder expression = new StringBuilder();
        for (String name : path.substring(1).split("/", -1)) {
            expression.append('/').append(name.startsWith(":") ? "[^/]+" : Pattern.quote(name));
        }
        return Pattern.compile(expression.append("/?").toString());
    }

    /** In alphabetical order, with OPTIONS; empty where no route has that path. */
    public Set<String> at(String path) {
        Set<String> names = new TreeSet<>();
        for (Known known : all) {
            if (known.path.matcher(path).matches()) {
                known.methods.forEach(method -> names.add(method.name()));
            }
        }
        if (!names.isEmpty()) {
            names.add(HttpMethod.OPTIONS.name());
        }
        return names;
    }

    private void refuse(RoutingContext ctx) {
        Set<String> allowed = at(ctx.normalizedPath());
        HttpMethod method = ctx.request().method();
        if (allowed.isEmpty() || allowed.contains(method.name()) && !isOptions(method)) {
            ctx.fail(404);
            return;
        }
        ctx.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        if (isOptions(method)) {
            var _ = ctx.response().setStatusCode(204).end();
        } else {
            ctx.fail(405);
        }
    }

    private static boolean isOptions(HttpMethod method) {
        return method.equals(HttpMethod.OPTIONS);
    }
}
