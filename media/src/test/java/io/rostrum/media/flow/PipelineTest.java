package io.rostrum.media.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    private final BufferPool pool = new BufferPool(4);
    private final List<String> stations = new ArrayList<>();
    private final Stage road =
            Pipeline.start()
                    .divert(Datagrams::isStun, station("stun"))
                    .divert(Datagrams::isDtls, station("dtls"))
                    .require((packet, from, now) -> Datagrams.isMedia(packet), station("else"))
                    .split(Datagrams::isRtcp, station("rtcp"), station("rtp"));

    private Stage station(String name) {
        return Stage.drop(() -> stations.add(name));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,stun",
        "3,0,stun",
        "4,0,else",
        "19,0,else",
        "20,254,dtls",
        "63,0,dtls",
        "64,0,else",
        "127,0,else",
        "128,191,rtp",
        "128,192,rtcp",
        "191,223,rtcp",
        "191,224,rtp",
        "192,200,else"
    })
    void tellsDatagramsApartByRfc7983(int first, int second, String station) {
        Buffer datagram = pool.lend(2);
        datagram.put8(0, first);
        datagram.put8(1, second);
        road.take(datagram, new UdpPath(new InetSocketAddress(1)), 0);
        assertThat(stations).containsExactly(station);
        assertThat(pool.lent()).isZero();
    }

    @Test
    void takesADatagramOfNothing() {
        road.take(pool.lend(0), new UdpPath(new InetSocketAddress(1)), 0);
        assertThat(stations).containsExactly("else");
    }
}
