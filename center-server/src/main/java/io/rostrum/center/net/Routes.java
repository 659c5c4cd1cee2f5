package io.rostrum.center.net;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** Routes as HTTP wants them. */
public final class Routes {
    private Routes() {}

    /** For GET, and for HEAD as RFC 9110 section 9.1 demands. */
    public static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }
}
