package io.rostrum.media.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RtcpTest {
    private static final ReportBlock BLOCK =
            new ReportBlock(0x22, 51, -2, 0x1_0005L, 77, 0xB7052000, 0x00054000);
    private static final String BLOCK_HEX =
            "00000022 33fffffe 00010005 0000004d b7052000 00054000".replace(" ", "");

    private final BufferPool pool = new BufferPool(4);

    static Stream<Arguments> formats() {
        return Stream.of(
                format(
                        w -> w.senderReport(1, 0xB44D_B705_2000_0000L, 9, 10, 11).block(BLOCK),
                        "81c8000c 00000001 b44db70520000000 00000009 0000000a 0000000b" + BLOCK_HEX,
                        "SR 1 b44db70520000000 9 10 11; block 1 " + BLOCK),
                format(
                        w -> w.receiverReport(1).block(BLOCK),
                        "81c90007 00000001" + BLOCK_HEX,
                        "block 1 " + BLOCK),
                format(
                        w -> w.cname(1, "abc"),
                        "81ca0003 00000001 0103616263 000000",
                        "cname 1 abc"),
                format(w -> w.cname(1, "ab"), "81ca0003 00000001 01026162 00000000", "cname 1 ab"),
                format(w -> w.cname(1, ""), "81ca0002 00000001 01000000", "cname 1 "),
                format(w -> w.bye(7), "81cb0001 00000007", "bye 7"),
                format(w -> w.pictureLoss(1, 2), "81ce0002 00000001 00000002", "pli 1 2"),
                format(
                        w -> w.fullIntra(1, 2, 5),
                        "84ce0004 00000001 00000000 00000002 05000000",
                        "fir 1 2 5"),
                format(
                        w -> w.nack(1, 2, new int[] {65_535, 0, 15, 16, 40}, 5),
                        "81cd0005 00000001 00000002 ffff8001 00100000 00280000",
                        "nack 1 2 65535; nack 1 2 0; nack 1 2 15; nack 1 2 16; nack 1 2 40"),
                format(
                        w -> w.maximumBitrate(1, 2, 2_500_000),
                        "8fce0005 00000001 00000000 52454d42 0112625a 00000002",
                        "remb 1 2500000"));
    }

    private static Arguments format(Consumer<RtcpWriter> writes, String hex, String reads) {
        return Arguments.of(writes, hex.replace(" ", ""), reads);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writesAndReadsEveryFormat(Consumer<RtcpWriter> writes, String hex, String reads) {
        RtcpWriter writer = new RtcpWriter(pool.lend());
        writes.accept(writer);
        assertThat(Packets.hex(writer.buffer())).isEqualTo(hex);
        Heard heard = new Heard();
        assertThat(RtcpReader.read(Packets.hex(hex), heard)).isZero();
        assertThat(String.join("; ", heard.told)).isEqualTo(reads);
    }

    @Test
    void readsACompoundInItsOrderAndLeavesOutWhatItDoesNotKnow() {
        Heard heard = new Heard();
        Buffer compound =
                Packets.hex(
                        "80c90001 00000001 81ca0002 00000001 01000000"
                                + "80cc0002 00000001 41424344 87cd0002 00000001 00000002"
                                + "81ce0002 00000001 00000002");
        assertThat(RtcpReader.read(compound, heard)).isZero();
        assertThat(heard.told).containsExactly("cname 1 ", "pli 1 2");
    }

    @Test
    void readsAReducedSizePacket() {
        Heard heard = new Heard();
        RtcpReader.read(Packets.hex("81ce0002 00000001 00000002"), heard);
        assertThat(heard.told).containsExactly("pli 1 2");
    }

    @Test
    void readsAroundPadding() {
        Heard heard = new Heard();
        assertThat(RtcpReader.read(Packets.hex("a1cb0002 00000007 00000004"), heard)).isZero();
        assertThat(heard.told).containsExactly("bye 7");
    }

    @ParameterizedTest
    @CsvSource({
        "81c9, 1",
        "41ce0002 00000001 00000002, 1",
        "81ce0003 00000001 00000002, 1",
        "81c90001 00000001, 1",
        "81c80001 00000001, 1",
        "81ca0001 00000001, 1",
        "81ca0002 00000001 01ff0000, 1",
        "82cb0001 00000001, 1",
        "81ce0001 00000001, 1",
        "8fcd0003 00000001 00000002 00000000, 1",
        "a1cb0001 00000000, 1",
        "a1cb0001 000000ff, 1",
        "81c90001 00000001 81cb0001 00000007, 1",
    })
    void countsWhatIsMalformedAndSkipsIt(String hex, int malformed) {
        Heard heard = new Heard();
        assertThat(RtcpReader.read(Packets.hex(hex), heard)).isEqualTo(malformed);
        assertThat(heard.told.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void asksForNoMoreThanFits() {
        RtcpWriter writer = new RtcpWriter(pool.lend());
        int[] every20th = IntStream.range(0, 1000).map(i -> i * 20 & 0xFFFF).toArray();
        int written = writer.nack(1, 2, every20th, every20th.length);
        assertThat(written).isEqualTo((RtcpWriter.MOST_BYTES - 12) / 4);
        assertThat(writer.buffer().length()).isLessThanOrEqualTo(RtcpWriter.MOST_BYTES);
        assertThat(writer.nack(1, 2, every20th, 5)).isZero();
    }

    @Test
    void refusesTheThirtySecondBlock() {
        RtcpWriter writer = new RtcpWriter(pool.lend()).receiverReport(1);
        for (int i = 0; i < 31; i++) {
            assertThat(writer.block(BLOCK)).isTrue();
        }
        assertThat(writer.block(BLOCK)).isFalse();
        assertThat(writer.cname(1, "x").block(BLOCK)).isFalse();
    }
}
