package io.rostrum.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Asks the doors of a server for what no honest client asks; the same each time for one seed. */
public final class Stranger {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String LINE = "\r\n";
    private final int port;
    private final Random random;
    private final String known;

    /**
     * @param known an id that exists, which is asked for half of the time
     */
    public Stranger(int port, long seed, String known) {
        this.port = port;
        this.known = known;
        this.random = new Random(seed);
    }

    /**
     * One documented call.
     *
     * @param path with its parameters in braces
     * @param statuses what it may answer
     */
    public record Call(String method, String path, Set<String> statuses) {}

    /**
     * What came.
     *
     * @param status 0 where the connection ended without an answer
     * @param request all that was sent
     */
    public record Outcome(int status, String request) {}

    /**
     * Asks once.
     *
     * @param right shown half of the time, so that doors behind a guard are met too
     */
    public Outcome ask(Call call, String right) throws IOException {
        String request = request(call, right);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new Outcome(status(socket.getInputStream()), request);
        } catch (SocketException reset) {
            return new Outcome(0, request);
        }
    }

    /** An interim answer (100) is not the last word. */
    private static int status(InputStream in) throws IOException {
        int status;
        do {
            String head = "";
            while (!head.endsWith(LINE + LINE)) {
                int one = in.read();
                if (one < 0) {
                    return 0;
                }
                head += (char) one;
            }
            status = Integer.parseInt(head.substring(9, 12));
        } while (status == 100);
        return status;
    }

    private String request(Call call, String right) {
        String method = random.nextInt(10) == 0 ? any(HostileWords.METHODS) : call.method;
        String body = random.nextInt(3) == 0 ? json() : bytes();
        StringBuilder out = new StringBuilder();
        out.append(method).append(' ').append(path(call.path)).append(query());
        out.append(" HTTP/1.1").append(LINE);
        if (random.nextInt(20) > 0) {
            out.append("Host: ")
                    .append(random.nextInt(20) == 0 ? "a b:99999999" : "x")
                    .append(LINE);
        }
        if (!right.isEmpty() && random.nextBoolean()) {
            out.append("Authorization: Bearer ").append(right).append(LINE);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            out.append(any(HostileWords.HEADERS)).append(LINE);
        }
        if (random.nextInt(4) > 0) {
            out.append("Content-Type: ").append(any(HostileWords.TYPES)).append(LINE);
        }
        return out.append(framed(body)).toString();
    }

    private String framed(String body) {
        String length = "Content-Length: " + body.length() + LINE + LINE + body;
        return switch (random.nextInt(8)) {
            case 0 -> "Transfer-Encoding: chunked" + LINE + LINE + "zz" + LINE + body;
            case 1 ->
                    "Transfer-Encoding: chunked"
                            + LINE
                            + LINE
                            + Integer.toHexString(body.length())
                            + LINE
                            + body
                            + LINE
                            + "0"
                            + LINE
                            + LINE;
            case 2 -> "Transfer-Encoding: chunked" + LINE + length;
            default -> length;
        };
    }

    private String path(String template) {
        StringBuilder out = new StringBuilder();
        for (String name : template.substring(1).split("/", -1)) {
            boolean kept = !name.contains("{");
            String filled =
                    random.nextBoolean()
                            ? name.replaceAll("\\{.*?}", known)
                            : any(HostileWords.NAMES);
            out.append('/').append(kept ? name : filled);
        }
        return out.toString().replace(" ", "");
    }

    private String query() {
        if (random.nextBoolean()) {
            return "";
        }
        String name = any(random.nextBoolean() ? HostileWords.PARAMETERS : HostileWords.PLAYER);
        return "?"
                + name
                + "="
                + any(HostileWords.VALUES)
                + (random.nextInt(4) == 0 ? "&_HLS_msn=1" : "");
    }

    private String json() {
        StringBuilder out = new StringBuilder("{");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            out.append('"')
                    .append(any(HostileWords.FIELDS))
                    .append("\":")
                    .append(any(HostileWords.JSON));
            out.append(i == 1 ? "}" : ",");
        }
        return out.toString();
    }

    private String bytes() {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "%zz";
            case 2 -> "[".repeat(3000);
            case 3 -> "v=0" + LINE + "m=video 9 UDP/TLS/RTP/SAVPF 96" + LINE + "a=rtpmap:96";
            default -> {
                byte[] any = new byte[random.nextInt(200)];
                random.nextBytes(any);
                yield new String(any, StandardCharsets.ISO_8859_1);
            }
        };
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
