package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What fails for one participant is done for the others all the same. */
class RoomApartTest extends RoomHarness {
    private static final Duration SEAT = Duration.ofSeconds(31);

    /** A viewer who sees the one and waits for the other. */
    private FakeClient waiting(FakeClient seen, FakeClient wanted) {
        FakeClient viewer = join("Viewer");
        say(viewer, choose(of(seen)));
        cut(viewer, seen);
        say(viewer, choose(of(wanted)));
        return viewer;
    }

    @Test
    void aLateCutIsDroppedForTheOthersToo() {
        FakeClient ana = joinSending("Ana");
        FakeClient ben = joinSending("Ben");
        FakeClient broken = waiting(ana, ben);
        FakeClient well = waiting(ana, ben);
        media.of(broken).failing = true;
        pass(Duration.ofSeconds(2));
        assertThat(well.view().participant()).isNull();
        assertThat(media.of(well).watched).isEqualTo(ben.you());
    }

    @Test
    void aChangeReachesThePicturesOfTheOthersToo() {
        joinSending("Ana");
        FakeClient broken = join("Broken");
        FakeClient well = join("Well");
        FakeClient ben = joinSending("Ben");
        media.of(broken).failing = true;
        media.listener().onSpeaker(ben.you());
        assertThat(media.of(well).watched).isEqualTo(ben.you());
        assertThat(well.room().speaker()).isEqualTo(ben.you());
    }

    @Test
    void theSeatsOfTheOthersAreFreeWhenTheirTimeIsOver() {
        FakeStudio air = studio;
        FakeClient host = joinHost();
        FakeClient ana = join("Ana");
        say(host, broadcast(true));
        air.failing = true;
        disconnect(host);
        disconnect(ana);
        FakeClient stays = join("Stays");
        pass(SEAT);
        assertThat(room.state().participants()).hasSize(1);
        assertThat(stays.room().participants()).hasSize(1);
    }

    @Test
    void theOthersAtTheDoorAreToldThatNobodyCame() {
        FakeClient host = joinHost();
        say(host, new ClientMessage.Door(null, true, null));
        FakeClient broken = join("Broken");
        FakeClient well = join("Well");
        broken.broken = true;
        pass(Door.LONGEST_WAIT);
        assertThat(well.last(ServerMessage.Refused.class).problem().type())
                .isEqualTo(ProblemCode.NOT_ADMITTED.type());
        assertThat(host.last(ServerMessage.Knocks.class).people()).isEmpty();
    }

    @Test
    void theOthersAreLetInWhenTheDoorOpens() {
        FakeClient host = joinHost();
        say(host, new ClientMessage.Door(null, true, null));
        FakeClient broken = join("Broken");
        FakeClient well = join("Well");
        broken.broken = true;
        say(host, new ClientMessage.Door(null, false, null));
        assertThat(well.all(ServerMessage.Joined.class)).hasSize(1);
    }

    @Test
    void theOthersAreSentOutWhenTheRoomCloses() {
        FakeClient broken = join("Broken");
        FakeClient well = join("Well");
        broken.broken = true;
        room.close(clock.nanos());
        assertThat(well.last(ServerMessage.Closed.class).reason())
                .isEqualTo(CloseReason.ROOM_CLOSED);
    }
}
