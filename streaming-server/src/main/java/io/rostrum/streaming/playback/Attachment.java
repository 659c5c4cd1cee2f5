package io.rostrum.streaming.playback;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Names a file for whoever saves it. */
final class Attachment {
    private Attachment() {}

    /** Where the query has {@code download}: RFC 6266 section 4.3, the name in UTF-8. */
    static void name(RoutingContext ctx, String title) {
        if (ctx.request().getParam("download") != null) {
            ctx.response().putHeader("Content-Disposition", disposition(title));
        }
    }

    private static String disposition(String title) {
        String name = title.replaceAll("[/\\\\:*?\"<>|]", "_") + ".mp4";
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            encoded.append(
                    plain || b == '.' || b == '-'
                            ? String.valueOf((char) b)
                            : String.format("%%%02X", b & 0xFF));
        }
        return "attachment; filename=\"program.mp4\"; filename*=UTF-8''" + encoded;
    }
}
