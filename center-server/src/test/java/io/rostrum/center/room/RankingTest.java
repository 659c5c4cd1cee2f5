package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against the plain way: everybody in order, for each viewer anew. */
class RankingTest {
    private static final int ROOMS = 2000;

    private final Members members = new Members();
    private final Speakers speakers = new Speakers();

    @Test
    void everyViewerSeesWhomThePlainWayFinds() {
        for (int seed = 0; seed < ROOMS; seed++) {
            RankingTest room = new RankingTest();
            room.fill(new Random(seed));
            Ranking ranking = Ranking.of(room.members, room.speakers);
            assertThat(ranking.speaker(null)).as("audience %d", seed).isEqualTo(room.plain(null));
            for (Member viewer : room.members.all()) {
                assertThat(ranking.speaker(viewer))
                        .as("%s of %d", viewer.id, seed)
                        .isEqualTo(room.plain(viewer));
            }
        }
    }

    private void fill(Random random) {
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            boolean host = i == 1 && random.nextBoolean();
            Member member = member("p" + i, host);
            if (random.nextInt(4) > 0) {
                sit(member, random.nextBoolean() ? VideoCodec.H264 : null);
            }
            member.source = random.nextBoolean() ? VideoSource.CAMERA : VideoSource.NONE;
            members.add(member);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            speakers.hear("p" + random.nextInt(7));
        }
    }

    private static void sit(Member member, @Nullable VideoCodec codec) {
        Seated seated = new Seated(member, new FakeClient(), MemberMedia.none());
        seated.codec = codec;
        member.presence = seated;
    }

    private static Member member(String id, boolean host) {
        String secret = host ? RoomHarness.HOST_KEY : null;
        return new Member(
                id, "seat " + id, id, RoomHarness.visitor(secret, RoomHarness.NOWHERE), false);
    }

    private @Nullable Member plain(@Nullable Member viewer) {
        List<Member> order = new ArrayList<>();
        speakers.recent().forEach(id -> consider(members.find(id), viewer, order));
        consider(members.host(), viewer, order);
        members.view().forEach(member -> consider(member, viewer, order));
        Member seen = first(order, Member::visible);
        Member pictured = seen == null ? first(order, Member::hasPicture) : seen;
        return pictured == null ? first(order, any -> true) : pictured;
    }

    private static void consider(
            @Nullable Member member, @Nullable Member viewer, List<Member> order) {
        if (member != null && member != viewer && member.connected() && !order.contains(member)) {
            order.add(member);
        }
    }

    private static @Nullable Member first(List<Member> order, Predicate<Member> kind) {
        return order.stream().filter(kind).findFirst().orElse(null);
    }
}
