package io.rostrum.testing;

import io.rostrum.testing.Stranger.Call;
import io.rostrum.testing.Stranger.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/** The calls that a server's OpenAPI document names, and what strangers may make of them. */
public final class Documented {
    private static final int OWN_FAULT = 500;
    private static final String TOO_LARGE = "413";

    private final List<Call> calls = new ArrayList<>();
    private final List<Call> withBody = new ArrayList<>();

    /**
     * Reads it.
     *
     * @param openApi the document as nested maps
     */
    public Documented(Map<String, Object> openApi) {
        map(openApi, "paths")
                .forEach((path, methods) ->
                        map(methods)
                                .forEach((name, one) -> {
                                    Set<String> statuses = map(map(one), "responses").keySet();
                                    Call call =
                                            new Call(
                                                    name.toUpperCase(Locale.ROOT),
                                                    path,
                                                    Set.copyOf(statuses));
                                    calls.add(call);
                                    if (map(one).containsKey("requestBody")) {
                                        withBody.add(call);
                                    }
                                }));
    }

    @SuppressWarnings("unchecked") // JSON has no other keys
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private static Map<String, Object> map(Map<String, Object> json, String name) {
        return map(Objects.requireNonNull(json.get(name), name));
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Calls that take a body and do not say what happens to one that is too large. */
    public List<Call> boundless() {
        return withBody.stream().filter(call -> !call.statuses().contains(TOO_LARGE)).toList();
    }

    /**
     * Asks every call for what no honest client asks, one after the other.
     *
     * @param rights what is shown half of the time, by the number of the round
     * @return the requests that were answered by a fault of the server's own that it does not name
     */
    public List<String> undocumented(Stranger stranger, int rounds, IntFunction<String> rights)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Call call = calls.get(i % calls.size());
            Outcome outcome = stranger.ask(call, rights.apply(i));
            int status = outcome.status();
            if (status >= OWN_FAULT && !call.statuses().contains(String.valueOf(status))) {
                wrong.add(status + " for " + outcome.request());
            }
        }
        return wrong;
    }
}
