package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Eventually;
import io.rostrum.testing.Tone;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People with real sockets meet: what they hear, what they see, and what they are never sent. */
@Tag("slow")
class MeetingTest extends ServerHarness {
    private static final int[] TONES = {440, 1000, 2200};
    private final List<Person> people = new ArrayList<>();
    private JsonObject made;

    private record Person(TestClient client, TestPeer peer, String id, int hertz, int mark) {}

    @BeforeEach
    void meet() throws Exception {
        made = makeRoom();
        for (int i = 0; i < 3; i++) {
            people.add(join(i, i == 0 ? made.getString("hostKey") : null));
        }
    }

    private Person join(int number, String key) throws Exception {
        TestPeer peer = new TestPeer(TONES[number % 3], 10 + number);
        TestClient client = connect(made.getString("id"));
        JsonObject joined = client.join("P" + number, peer.offer(), key);
        peer.start(joined.getString("answer"));
        Eventually.holds("connected", TestClient.PATIENCE, peer::connected);
        return new Person(client, peer, joined.getString("you"), TONES[number % 3], 10 + number);
    }

    @AfterEach
    void part() throws Exception {
        for (Person person : people) {
            person.client().close();
            person.peer().close();
        }
        people.clear();
    }

    private static void sees(Person viewer, Person source) {
        int before = viewer.peer().pictures(source.mark());
        Eventually.holds(
                "pictures of " + source.id() + " at " + viewer.id(),
                TestClient.PATIENCE,
                () -> viewer.peer().pictures(source.mark()) > before + 10);
    }

    private static void choose(Person viewer, Person source) {
        assertThat(
                        viewer.client()
                                .ask("choose", "selection", TestClient.participant(source.id()))
                                .getString("type"))
                .isEqualTo("done");
    }

    @Test
    void everybodyHearsTheOthersAndNotHimself() {
        for (Person ear : people) {
            for (Person mouth : people) {
                if (ear.hertz() != mouth.hertz()) {
                    Eventually.holds(
                            ear.id() + " hears " + mouth.id(),
                            TestClient.PATIENCE,
                            () -> ear.peer().level(mouth.hertz()) > Tone.HEARD);
                }
            }
            Eventually.holds(
                    ear.id() + " does not hear himself",
                    TestClient.PATIENCE,
                    () -> ear.peer().level(ear.hertz()) < Tone.SILENT);
        }
    }

    @Test
    void whoIsMutedIsHeardByNobody() {
        Person host = people.get(0);
        Person ana = people.get(1);
        Eventually.holds(
                "heard", TestClient.PATIENCE, () -> host.peer().level(ana.hertz()) > Tone.HEARD);
        host.client().ask("mute", "participant", ana.id(), "line", "audio", "on", true);
        Eventually.holds(
                "silent", TestClient.PATIENCE, () -> host.peer().level(ana.hertz()) < Tone.SILENT);
    }

    @Test
    void everybodySeesWhomHeChose() {
        choose(people.get(0), people.get(1));
        choose(people.get(1), people.get(2));
        choose(people.get(2), people.get(2));
        sees(people.get(0), people.get(1));
        sees(people.get(1), people.get(2));
        sees(people.get(2), people.get(2));
        choose(people.get(0), people.get(2));
        sees(people.get(0), people.get(2));
        JsonObject view =
                people.get(0)
                        .client()
                        .next(
                                "view",
                                one ->
                                        "view".equals(one.getString("type"))
                                                && people.get(2)
                                                        .id()
                                                        .equals(one.getString("participant")));
        assertThat(view.getString("reason")).isNull();
    }

    @Test
    void underLockNothingElseIsSentWhateverAClientAsks() throws Exception {
        Person host = people.get(0);
        Person eve = people.get(2);
        choose(eve, people.get(1));
        sees(eve, people.get(1));
        host.client().ask("lock", "on", true, "selection", TestClient.participant(host.id()));
        Person late = join(3, null);
        people.add(late);
        sees(eve, host);
        sees(people.get(1), host);
        sees(late, host);
        int othersBefore = eve.peer().pictures(11) + late.peer().pictures(11);
        for (int i = 0; i < 5; i++) {
            assertRefused(
                    eve.client()
                            .ask("choose", "selection", TestClient.participant(people.get(1).id())),
                    "locked");
            assertRefused(eve.client().ask("lock", "on", false), "not-host");
            assertRefused(
                    eve.client()
                            .ask("assign", "selection", TestClient.participant(people.get(1).id())),
                    "not-host");
            assertRefused(eve.client().ask("broadcast", "on", true), "not-host");
        }
        sees(eve, host);
        assertThat(eve.peer().pictures(11) + late.peer().pictures(11)).isEqualTo(othersBefore);
        host.client().ask("lock", "on", false);
        sees(eve, people.get(1));
    }

    private static void assertRefused(JsonObject answer, String code) {
        assertThat(answer.getString("type")).isEqualTo("refused");
        assertThat(answer.getJsonObject("problem").getString("type")).endsWith("/" + code);
    }

    @Test
    void whoeverStopsSendingIsSaidToAll() {
        Person ana = people.get(1);
        host(ana.id(), true);
        ana.peer().sendsPicture(false);
        host(ana.id(), false);
    }

    private void host(String id, boolean sending) {
        people.get(0)
                .client()
                .room(
                        id + " sending " + sending,
                        room ->
                                room.participants().stream()
                                        .anyMatch(one ->
                                                one.id().equals(id)
                                                        && one.video().sending() == sending));
    }

    private HttpResponse<Buffer> enter(TestPeer encoder) {
        return TestClient.await(
                request(HttpMethod.POST, "/whip/" + made.getString("id"))
                        .addQueryParam("name", "OBS")
                        .bearerTokenAuthentication(made.getString("encoderToken"))
                        .putHeader("content-type", "application/sdp")
                        .sendBuffer(Buffer.buffer(encoder.offer())));
    }

    @Test
    void anEncoderThatDiesAndComesBackIsSeenAgainByWhoChoseIt() throws Exception {
        Person host = people.get(0);
        String id;
        try (TestPeer encoder = TestPeer.encoder(3300, 42)) {
            HttpResponse<Buffer> entered = enter(encoder);
            encoder.start(entered.bodyAsString());
            id = entered.getHeader("location").replaceAll(".*/", "");
            choose(host, new Person(host.client(), encoder, id, 3300, 42));
            sees(host, new Person(host.client(), encoder, id, 3300, 42));
        }
        host(id, false);
        try (TestPeer again = TestPeer.encoder(3300, 43)) {
            HttpResponse<Buffer> entered = enter(again);
            again.start(entered.bodyAsString());
            assertThat(entered.getHeader("location")).endsWith("/" + id);
            sees(host, new Person(host.client(), again, id, 3300, 43));
            Eventually.holds(
                    "the encoder is heard",
                    TestClient.PATIENCE,
                    () -> people.get(1).peer().level(3300) > Tone.HEARD);
        }
    }

    @Test
    void anEncoderIsSeenAndHeardUntilItLeaves() throws Exception {
        Person host = people.get(0);
        try (TestPeer encoder = TestPeer.encoder(3300, 42)) {
            HttpResponse<Buffer> entered = enter(encoder);
            assertThat(entered.statusCode()).isEqualTo(201);
            String session = entered.getHeader("location");
            encoder.start(entered.bodyAsString());
            String id = session.replaceAll(".*/", "");
            choose(host, new Person(host.client(), encoder, id, 3300, 42));
            sees(host, new Person(host.client(), encoder, id, 3300, 42));
            Eventually.holds(
                    "the encoder is heard",
                    TestClient.PATIENCE,
                    () -> people.get(1).peer().level(3300) > Tone.HEARD);
            assertThat(
                            TestClient.await(
                                            request(HttpMethod.DELETE, session)
                                                    .bearerTokenAuthentication(
                                                            made.getString("hostKey"))
                                                    .send())
                                    .statusCode())
                    .isEqualTo(200);
            host.client()
                    .next(
                            "the encoder has left",
                            one ->
                                    "view".equals(one.getString("type"))
                                            && "nobody".equals(one.getString("reason")));
        }
    }

    @Test
    void reportsComeAboutOnceASecond() {
        Person ana = people.get(1);
        int before = ana.peer().counts.get(1);
        Eventually.holds(
                "reports", TestClient.PATIENCE, () -> ana.peer().counts.get(1) >= before + 3);
    }
}
