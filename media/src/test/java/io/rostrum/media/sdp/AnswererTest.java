package io.rostrum.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.rostrum.media.dtls.DtlsRole;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswererTest {
    private static final String MEETING = Offers.of("chromium-meeting");

    @Test
    void agreesWithChromiumOnOneLineEach() throws SdpException {
        Negotiated agreed = Offers.meeting(MEETING);
        assertThat(agreed.role()).isEqualTo(DtlsRole.SERVER);
        assertThat(agreed.remoteUfrag()).isEqualTo("/RRz");
        assertThat(agreed.remoteFingerprint().hash()).startsWith("EC:EA:DB:DB");
        assertThat(agreed.audio().direction()).isEqualTo(Direction.SENDRECV);
        assertThat(agreed.audio().codecs())
                .singleElement()
                .satisfies(opus -> assertThat(opus.payloadType()).isEqualTo(111));
        assertThat(agreed.audio().extension(Extension.AUDIO_LEVEL)).isEqualTo(1);
        assertThat(agreed.audio().incoming())
                .containsExactly(new MediaLine.Stream(1636931973, OptionalInt.empty()));
        assertThat(agreed.audio().outgoing().rtx()).isEmpty();
    }

    @Test
    void picksOneCodecForTheLineUpAndConstrainedBaselineBeforeOthers() throws SdpException {
        MediaLine up = Offers.meeting(MEETING).up();
        assertThat(up.direction()).isEqualTo(Direction.RECVONLY);
        assertThat(up.outgoing()).isNull();
        assertThat(up.codecs())
                .singleElement()
                .satisfies(codec -> {
                    assertThat(codec.format()).isEqualTo(Format.H264);
                    assertThat(codec.payloadType()).isEqualTo(108);
                    assertThat(codec.rtx()).hasValue(109);
                    assertThat(codec.feedback()).containsExactlyInAnyOrder(Feedback.values());
                });
        assertThat(up.incoming())
                .containsExactly(new MediaLine.Stream(1853670163, OptionalInt.of(302448080)));
        assertThat(up.extension(Extension.TRANSPORT_CC)).isEqualTo(3);
        assertThat(up.extension(Extension.MID)).isEqualTo(4);
    }

    @Test
    void carriesH264AndVp8DownBothWithRtx() throws SdpException {
        MediaLine down = Offers.meeting(MEETING).down();
        assertThat(down.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(down.codecs())
                .extracting(Codec::format)
                .containsExactly(Format.H264, Format.VP8);
        assertThat(down.codec(Format.VP8).orElseThrow().payloadType()).isEqualTo(96);
        assertThat(down.codec(Format.VP8).orElseThrow().rtx()).hasValue(97);
        assertThat(down.codecOf(109)).contains(down.codec(Format.H264).orElseThrow());
        assertThat(down.codecOf(45)).isEmpty();
        assertThat(down.outgoing().rtx()).isPresent();
        assertThat(down.incoming()).isEmpty();
    }

    @Test
    void namesThePrimarySourceBeforeItsRtx() throws SdpException {
        Negotiated agreed = Offers.meeting(MEETING);
        MediaLine.Stream out = agreed.down().outgoing();
        assertThat(Offers.section(agreed.answer(), 2))
                .containsSubsequence(
                        "a=ssrc-group:FID %d %d".formatted(out.ssrc(), out.rtx().getAsInt()),
                        "a=ssrc:%d cname:rostrum".formatted(out.ssrc()),
                        "a=ssrc:%d cname:rostrum".formatted(out.rtx().getAsInt()));
    }

    @Test
    void writesAllThatBrowsersWantToRead() throws SdpException {
        String answer =
                Answerer.answer(
                                MEETING,
                                Answerer.Purpose.MEETING,
                                Offers.end(10000, 10001),
                                Offers.ssrcs())
                        .answer();
        assertThat(answer.lines())
                .contains("a=ice-lite", "a=group:BUNDLE 0 1 2", "a=msid-semantic:WMS *");
        assertThat(Offers.section(answer, 0))
                .contains(
                        "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                        "a=mid:0",
                        "a=setup:passive",
                        "a=rtcp-mux",
                        "a=rtcp-rsize",
                        "a=sendrecv",
                        "a=rtcp-fb:111 transport-cc",
                        "a=fmtp:111 minptime=10;stereo=0;usedtx=0;useinbandfec=1",
                        "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
                        "a=candidate:1 1 udp 2130706431 127.0.0.1 10000 typ host",
                        "a=candidate:2 1 udp 2130706175 127.0.0.1 10001 typ host",
                        "a=end-of-candidates");
        assertThat(Offers.section(answer, 1))
                .contains(
                        "m=video 9 UDP/TLS/RTP/SAVPF 108 109",
                        "a=recvonly",
                        "a=rtpmap:108 H264/90000",
                        "a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f",
                        "a=fmtp:109 apt=108",
                        "a=rtcp-fb:108 nack pli",
                        "a=rtcp-fb:108 ccm fir")
                .noneMatch(line -> line.startsWith("a=ssrc"));
        assertThat(answer).endsWith("\r\n").doesNotContain("a=rtcp-fb:108 goog-remb");
    }

    @Test
    void takesTheSimulcastOfferOfABrowserOverWhipWithoutItsDataChannel() throws SdpException {
        Negotiated agreed = Offers.ingest(Offers.of("chromium-whip-simulcast"));
        assertThat(agreed.up().rids()).containsExactly("q", "h", "f");
        assertThat(agreed.up().extension(Extension.RID)).isPositive();
        assertThat(Offers.section(agreed.answer(), 2).getFirst()).startsWith("m=application 0 ");
        assertThat(agreed.answer().lines()).contains("a=group:BUNDLE 0 1");
    }

    @Test
    void isTheDtlsClientOfFfmpegWhichWantsToBePassive() throws SdpException {
        Negotiated agreed = Offers.ingest(Offers.of("ffmpeg-whip"));
        assertThat(agreed.role()).isEqualTo(DtlsRole.CLIENT);
        assertThat(Offers.section(agreed.answer(), 0))
                .contains("a=setup:active", "a=recvonly")
                .doesNotContain("a=rtcp-rsize");
        assertThat(Offers.section(agreed.answer(), 1)).contains("a=rtcp-rsize");
        Codec codec = agreed.up().codecs().getFirst();
        assertThat(codec.payloadType()).isEqualTo(106);
        assertThat(codec.rtx()).isEmpty();
        assertThat(codec.feedback()).isEmpty();
        assertThat(agreed.up().incoming().getFirst().ssrc()).isEqualTo((int) 2267110459L);
        assertThat(agreed.down()).isNull();
    }

    @Test
    void takesVideoBeforeAudioAndAFingerprintOfTheWholeSession() throws SdpException {
        Negotiated agreed = Offers.ingest(Offers.of("obs-whip"));
        assertThat(agreed.up().mid()).isEqualTo("1");
        assertThat(agreed.audio().mid()).isEqualTo("0");
        assertThat(agreed.answer().lines()).contains("a=group:BUNDLE 1 0");
        assertThat(agreed.audio().direction()).isEqualTo(Direction.RECVONLY);
        assertThat(agreed.audio().codecs().getFirst().isStereo()).isTrue();
        assertThat(agreed.up().codecs().getFirst().feedback())
                .containsExactlyInAnyOrder(Feedback.NACK, Feedback.PLI);
    }

    @Test
    void fallsBackToVp8() throws SdpException {
        MediaLine up = Offers.meeting(MEETING.replace("H264/90000", "H263/90000")).up();
        assertThat(up.codecs()).singleElement().extracting(Codec::format).isEqualTo(Format.VP8);
    }

    @Test
    void takesAnotherProfileWhenThereIsNoBaseline() throws SdpException {
        MediaLine up = Offers.meeting(MEETING.replaceAll("=42.01f", "=64001f")).up();
        assertThat(up.codecs().getFirst().parameters())
                .containsEntry("profile-level-id", "64001f")
                .containsEntry("packetization-mode", "1");
    }

    @Test
    void answersALineThatNobodyUsesYet() throws SdpException {
        Negotiated agreed = Offers.meeting(MEETING.replace("a=sendonly", "a=inactive"));
        assertThat(agreed.up().direction()).isEqualTo(Direction.INACTIVE);
    }

    @Test
    void sendsStereoToWhoeverAsksForIt() throws SdpException {
        Negotiated agreed =
                Offers.meeting(MEETING.replace("useinbandfec=1", "useinbandfec=1;stereo=1"));
        assertThat(agreed.audio().codecs().getFirst().isStereo()).isTrue();
        assertThat(agreed.answer()).contains("sprop-stereo=1;stereo=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=group:BUNDLE 0 1 2 | a=x | BUNDLE",
                "a=group:BUNDLE 0 1 2 | a=group:BUNDLE 0 2 | BUNDLE",
                "opus/48000 | speex/48000 | no Opus",
                "a=fingerprint:sha-256 | a=fingerprint:md5 | fingerprint",
                "a=fingerprint:sha-256 EC | a=fingerprint:sha-256 E | fingerprint",
                "a=rtcp-mux | a=x | rtcp-mux",
                "UDP/TLS/RTP/SAVPF | RTP/AVP | protected",
                "a=mid: | a=x: | mid",
                "a=setup:actpass | a=setup:holdconn | setup",
                "a=ice-ufrag: | a=x: | user fragment",
                "a=ice-pwd: | a=x: | password",
                "m=audio | m=text | no audio line",
                "a=mid:1 | a=mid:0 | same mid",
                "a=ssrc:1636931973 | a=ssrc:99999999999 | SSRC",
                "a=extmap:4 | a=extmap:x | header extension id",
                "v=0 | v=1 | v=0",
            })
    void saysInWordsWhyNot(String text, String replacement, String reason) {
        String offer = MEETING.replace(text, replacement);
        assertThat(offer).isNotEqualTo(MEETING);
        assertThatThrownBy(() -> Offers.meeting(offer))
                .isInstanceOf(SdpException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void saysThatNoPictureIsInCommon() {
        String offer = MEETING.replace("H264/", "H265/").replace("VP8/", "VP7/");
        assertThatThrownBy(() -> Offers.meeting(offer)).hasMessageContaining("neither H264");
    }

    @Test
    void agreesWithOurOwnClient() throws SdpException {
        Offerer offerer =
                new Offerer(
                        Offers.end(),
                        List.of(Format.H264),
                        List.of(Format.H264, Format.VP8),
                        Offers.ssrcs());
        Negotiated server = Offers.meeting(offerer.offer());
        Accepted client = offerer.accept(server.answer());
        assertThat(client.role()).isEqualTo(DtlsRole.CLIENT);
        assertThat(client.remote()).isEqualTo(Offers.end().ice());
        assertThat(client.servers()).containsExactlyElementsOf(Offers.end(10000).addresses());
        assertThat(client.audio().outgoing()).isEqualTo(server.audio().incoming().getFirst());
        assertThat(client.audio().incoming()).containsExactly(server.audio().outgoing());
        assertThat(client.up().outgoing()).isEqualTo(server.up().incoming().getFirst());
        assertThat(client.up().direction()).isEqualTo(Direction.SENDONLY);
        assertThat(client.down().incoming()).containsExactly(server.down().outgoing());
        assertThat(client.down().direction()).isEqualTo(Direction.RECVONLY);
        assertThat(client.down().extensions()).isEqualTo(server.down().extensions());
        assertThat(client.down().codecs())
                .extracting(Codec::payloadType, Codec::rtx)
                .containsExactlyElementsOf(
                        server.down().codecs().stream()
                                .map(c -> tuple(c.payloadType(), c.rtx()))
                                .toList());
    }

    @Test
    void clientWithoutPicturesAgreesToo() throws SdpException {
        Offerer offerer = new Offerer(Offers.end(), List.of(), List.of(), Offers.ssrcs());
        Accepted client = offerer.accept(Offers.meeting(offerer.offer()).answer());
        assertThat(client.up()).isNull();
        assertThat(client.down()).isNull();
        assertThat(client.audio().direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void clientRefusesAnAnswerToAnotherOffer() {
        Offerer offerer = new Offerer(Offers.end(), List.of(), List.of(), Offers.ssrcs());
        assertThatThrownBy(() -> offerer.accept(Offers.meeting(MEETING).answer()))
                .isInstanceOf(SdpException.class);
    }
}
