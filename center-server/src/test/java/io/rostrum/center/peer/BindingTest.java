package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.conversion.Converters;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.Direction;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.Kind;
import io.rostrum.media.sdp.MediaLine;
import io.rostrum.protocol.signal.VideoTrouble;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A made-up simulcast: no SSRC is named, and every packet says by its RID what it is. */
class BindingTest {
    private static final int MID = 3;
    private static final int RID = 4;
    private static final int REPAIRED_RID = 5;
    private static final Codec CODEC =
            new Codec(Format.VP8, 96, OptionalInt.of(97), Map.of(), Set.of());
    private static final MediaLine UP =
            new MediaLine(
                    "1",
                    Kind.VIDEO,
                    Direction.RECVONLY,
                    List.of(CODEC),
                    Map.of(),
                    List.of(),
                    null,
                    List.of("f", "h", "q"));

    private final PictureUp picture =
            new PictureUp("ana", CODEC, UP.rids(), new LipSync(), Converters.none(), OWNER);
    private final Binding binding =
            new Binding(null, UP, new ExtensionIds(0, 0, 0, MID, RID, REPAIRED_RID), null, picture);

    private static final PictureUp.Owner OWNER =
            new PictureUp.Owner() {
                @Override
                public void onFeedbackDue() {}

                @Override
                public void onSending(boolean sending) {}

                @Override
                public void onTrouble(VideoTrouble trouble) {}
            };

    private static Buffer packet(int ssrc, int type, int id, String rid, int... payload) {
        Buffer packet = Buffer.copyOf(new byte[Rtp.FIXED_HEADER + payload.length], 0, 12);
        packet.setLength(Rtp.FIXED_HEADER + payload.length);
        Rtp.write(packet, type, 100, 3000, ssrc);
        Rtp.marker(packet, true);
        for (int i = 0; i < payload.length; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, payload[i]);
        }
        new ExtensionBlock()
                .add(MID, "1".getBytes(StandardCharsets.UTF_8))
                .add(id, rid.getBytes(StandardCharsets.UTF_8))
                .writeTo(packet);
        return packet;
    }

    private static Buffer key(int ssrc, String rid) {
        return packet(ssrc, 96, RID, rid, 0x10, 0x10, 2, 0, 0x9D, 1, 0x2A, 0x80, 2, 0x68, 1, 0);
    }

    private void arrives(Buffer packet) {
        Inbound target = binding.find(packet);
        if (target != null) {
            target.onRtp(packet, 0);
        }
    }

    @Test
    void everyEncodingIsFoundByItsRidWhateverItsSsrc() {
        arrives(key(33, "q"));
        arrives(key(11, "f"));
        arrives(key(22, "h"));
        for (String rid : List.of("f", "h", "q")) {
            assertThat(picture.encoding(rid).sending()).isTrue();
        }
        assertThat(picture.encoding("f").stream().ssrc()).isEqualTo(11);
        assertThat(picture.encoding("q").stream().ssrc()).isEqualTo(33);
        assertThat(picture.shown().rid()).isEqualTo("f");
    }

    @Test
    void repetitionsFindTheirsByTheRepairedRid() {
        arrives(key(11, "f"));
        arrives(key(22, "h"));
        arrives(packet(98, 97, REPAIRED_RID, "h", 0, 99, 0x10, 0x11, 2, 0, 0));
        assertThat(picture.encoding("h").stream().counts().padding()).isZero();
        assertThat(picture.encoding("h").source().group().store().contains(65_536 + 99)).isTrue();
        assertThat(picture.encoding("f").source().group().store().contains(65_536 + 99)).isFalse();
    }

    @Test
    void aRidThatNobodyOfferedBelongsNowhere() {
        assertThat(binding.find(key(44, "x"))).isNull();
        assertThat(picture.encodings()).noneMatch(Encoding::sending);
    }
}
