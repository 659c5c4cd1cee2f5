package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ViewReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomLockTest extends RoomHarness {
    private final FakeClient host = joinHost();
    private final FakeClient ana = joinSending("Ana");
    private final FakeClient ben = joinSending("Ben");

    @Test
    void everybodySeesWhatIsAssigned() {
        say(host, lock(true, of(ben)));
        assertThat(media.of(host).watched).isEqualTo(ben.you());
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
        assertThat(media.of(ben).watched).isEqualTo(ben.you());
        assertThat(ana.room().locked()).isTrue();
        assertThat(ana.room().assigned()).isEqualTo(of(ben));
    }

    @Test
    void aLockWithoutSelectionAssignsWhatTheHostSees() {
        say(host, choose(of(ana)));
        say(host, lock(true, null));
        assertThat(ben.room().assigned()).isEqualTo(of(ana));
    }

    @Test
    void aHostWhoSeesNobodyAssignsHimself() {
        say(host, choose(NONE));
        say(host, lock(true, null));
        assertThat(ben.room().assigned()).isEqualTo(of(host));
    }

    @Test
    void lockingAgainChangesNothingButWhatIsSaid() {
        say(host, lock(true, of(ben)));
        say(host, lock(true, null));
        assertThat(ana.room().assigned()).isEqualTo(of(ben));
    }

    @Test
    void nobodyElseChoosesLocksOrAssigns() {
        say(host, lock(true, of(ben)));
        assertRefused(ana, choose(of(host)), ProblemCode.LOCKED);
        assertRefused(ana, choose(NONE), ProblemCode.LOCKED);
        assertRefused(ana, lock(false, null), ProblemCode.NOT_HOST);
        assertRefused(ana, lock(true, of(host)), ProblemCode.NOT_HOST);
        assertRefused(ana, assign(of(host)), ProblemCode.NOT_HOST);
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
    }

    @Test
    void theHostsChoiceIsAnAssignment() {
        say(host, lock(true, of(ben)));
        say(host, choose(of(ana)));
        assertThat(media.of(ben).watched).isEqualTo(ana.you());
        say(host, assign(of(ben)));
        assertThat(media.of(ben).watched).isEqualTo(ben.you());
    }

    @Test
    void nothingIsAssignedWhileNotLocked() {
        assertRefused(host, assign(of(ben)), ProblemCode.NOT_LOCKED);
    }

    @Test
    void nobodyIsAssignedWhoIsNotThere() {
        assertRefused(
                host, lock(true, Selection.participant("p99")), ProblemCode.UNKNOWN_PARTICIPANT);
        assertThat(room.state().locked()).isFalse();
    }

    @Test
    void whoComesLateInheritsTheLock() {
        say(host, lock(true, of(ben)));
        FakeClient late = joinSending("Late");
        assertThat(media.of(late).watched).isEqualTo(ben.you());
        assertRefused(late, choose(of(ana)), ProblemCode.LOCKED);
    }

    @Test
    void whoComesBackInheritsTheLock() {
        say(ana, choose(of(host)));
        disconnect(ana);
        say(host, lock(true, of(ben)));
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(media.of(back).watched).isEqualTo(ben.you());
    }

    @Test
    void unlockedAgainEverybodySeesWhatHeHadChosen() {
        say(ana, choose(of(ben)));
        say(ben, choose(of(ana)));
        say(host, lock(true, of(host)));
        assertThat(media.of(ana).watched).isEqualTo(host.you());
        say(host, lock(false, null));
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
        assertThat(media.of(ben).watched).isEqualTo(ana.you());
    }

    @Test
    void theLockOutlivesTheHost() {
        say(host, lock(true, of(ben)));
        disconnect(host);
        pass(Duration.ofSeconds(40));
        assertRefused(ana, choose(of(ben)), ProblemCode.LOCKED);
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
    }

    @Test
    void whenTheAssignedOneLeavesNobodyIsSeen() {
        say(host, lock(true, of(ben)));
        cut(ana, ben);
        say(ben, new ClientMessage.Leave(null));
        assertThat(ana.view().reason()).isEqualTo(ViewReason.NOBODY);
        assertThat(ana.room().assigned()).isEqualTo(NONE);
        assertThat(ana.room().locked()).isTrue();
    }

    @Test
    void theSpeakerCanBeAssigned() {
        say(host, lock(true, SPEAKER));
        media.listener().onSpeaker(ben.you());
        assertThat(media.of(ana).watched).isEqualTo(ben.you());
        media.listener().onSpeaker(ana.you());
        assertThat(media.of(ben).watched).isEqualTo(ana.you());
    }
}
