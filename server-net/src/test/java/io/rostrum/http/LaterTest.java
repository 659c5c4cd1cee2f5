package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asked is answered, whatever fails between. */
class LaterTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void wait(Future<String> coming) {
        var _ = coming.onComplete(Later.answer(this::answer, why -> told.add("refused " + why)));
    }

    private void answer(String what) {
        switch (what) {
            case "fault" -> throw new IllegalStateException("a fault");
            case "deep" -> throw new StackOverflowError();
            default -> told.add(what);
        }
    }

    @Test
    void whatFailsWhileItIsAnsweredIsRefusedOnce() {
        for (String what : List.of("well", "fault", "deep")) {
            Promise<String> coming = Promise.promise();
            wait(coming.future());
            coming.complete(what);
        }
        wait(Future.failedFuture("gone"));
        assertThat(told).hasSize(4);
        assertThat(told.get(0)).isEqualTo("well");
        assertThat(told.get(1)).startsWith("refused ").contains("a fault");
        assertThat(told.get(2)).startsWith("refused ").contains("StackOverflowError");
        assertThat(told.get(3)).startsWith("refused ").contains("gone");
    }

    @Test
    void soIsWhatGoesOnElsewhere() {
        Later.go(() -> answer("fault"), why -> told.add("refused")).handle(null);
        Later.go(() -> answer("well"), why -> told.add("refused")).handle(null);
        assertThat(told).containsExactly("refused", "well");
    }

    private int serve() {
        HttpServer server =
                WellFormed.on(
                        vertx.createHttpServer(),
                        request -> {
                            request.response()
                                    .putHeader("Content-Encoding", "gzip")
                                    .putHeader("ETag", "\"of what was to come\"");
                            throw new IllegalStateException("before any router");
                        });
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @Test
    void whatFailsBeforeTheRouterIsAProblemThatSaysNothingOfTheAnswerThatDidNotCome()
            throws IOException {
        String answer = Wire.ask(serve(), Wire.head("GET", "/", "Host: x\r\n"));
        assertThat(answer)
                .startsWith("HTTP/1.1 500 ")
                .doesNotContainIgnoringCase("content-encoding")
                .doesNotContainIgnoringCase("etag:");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf('{')));
        assertThat(problem.getString("type")).endsWith("/internal");
    }
}
