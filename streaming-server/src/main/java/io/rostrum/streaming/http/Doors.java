package io.rostrum.streaming.http;

import io.rostrum.http.Methods;
import io.rostrum.http.StrictTransport;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What all doors have in common: who may read across origins, and how failures are told. */
public final class Doors {
    /** What pages of others may read too. */
    private static final List<String> ACROSS_ORIGINS =
            List.of("/live/", "/api/", "/recordings/", "/announcements/");

    private static final CharSequence TYPE_OPTIONS =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSED =
            HttpHeaders.createOptimized(
                    "Content-Length, Content-Range, Date, ETag, Location, Retry-After");

    private Doors() {}

    /**
     * Before the routes of the doors.
     *
     * @param base what our absolute addresses begin with
     */
    public static void open(Router router, String base) {
        router.route().handler(ctx -> common(ctx, base));
        router.route().failureHandler(Doors::failed);
    }

    /** Behind the routes of the doors. */
    public static void close(Router router) {
        Methods.close(router);
    }

    /** A route for GET and HEAD. */
    public static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** The same for a path that is a regular expression; its named groups are parameters. */
    public static Route getMatching(Router router, String expression) {
        return router.routeWithRegex(expression).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** The headers of what pages of others may read too, for who answers before the doors. */
    public static void toAll(HttpServerResponse response, String base) {
        secure(response, base);
        readable(response);
    }

    private static void secure(HttpServerResponse response, String base) {
        response.putHeader(TYPE_OPTIONS, NOSNIFF);
        StrictTransport.put(response, base);
    }

    private static void readable(HttpServerResponse response) {
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }

    private static void common(RoutingContext ctx, String base) {
        secure(ctx.response(), base);
        String path = ctx.normalizedPath();
        if (ACROSS_ORIGINS.stream().anyMatch(path::startsWith)) {
            acrossOrigins(ctx);
        } else {
            ctx.next();
        }
    }

    private static void acrossOrigins(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        readable(response);
        if (ctx.request().method().equals(HttpMethod.OPTIONS)) {
            response.putHeader(
                            "Access-Control-Allow-Methods",
                            "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            "Authorization, Range, Content-Type, If-None-Match, "
                                    + ViewerName.HEADER)
                    .putHeader("Access-Control-Max-Age", "86400")
                    .setStatusCode(204);
            Reply.settle(response.end());
            return;
        }
        ctx.next();
    }

    private static void failed(RoutingContext ctx) {
        Throwable why = ctx.failure();
        if (why == null || ctx.statusCode() < 500) {
            why = new Refusal(problem(ctx.statusCode()));
        }
        Reply.failure(ctx, why);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.notFound();
            case 405 ->
                    new Problem(
                            "method-not-allowed",
                            405,
                            "method not allowed",
                            "Allow says what can be done here.");
            case 408 -> new Problem("too-slow", 408, "too slow", "The request took too long.");
            case 413 -> new Problem("too-large", 413, "too large", "The body is too large.");
            case 415 -> Problem.unsupportedType("Send another content type.");
            default ->
                    status >= 500
                            ? Problem.internal()
                            : Problem.badRequest("The request is malformed.");
        };
    }
}
