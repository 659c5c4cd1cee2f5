package io.rostrum.streaming.playback;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Names a file for whoever saves it. */
final class Attachment {
    private Attachment() {}

    /** Where the query has {@code download}: RFC 6266 section 4.3, the name in UTF-8. */
    static void name(RoutingContext ctx, String title) {
        name(ctx, title, "program.mp4");
    }

    /**
     * The same.
     *
     * @param plain name for who cannot read the title; its ending is that of both
     */
    static void name(RoutingContext ctx, String title, String plain) {
        if (ctx.request().getParam("download") != null) {
            ctx.response().putHeader("Content-Disposition", disposition(title, plain));
        }
    }

    private static String disposition(String title, String plain) {
        String ending = plain.substring(plain.indexOf('.'));
        String name = title.replaceAll("[/\\\\:*?\"<>|]", "_") + ending;
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean harmless = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            encoded.append(
                    harmless || b == '.' || b == '-'
                            ? String.valueOf((char) b)
                            : String.format("%%%02X", b & 0xFF));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
