package io.rostrum.system;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A WHEP player that has nothing of ours: libwebrtc. A program of its own, for the library aborts
 * its process when something is amiss; prints what it sees and hears.
 */
final class StrangersPlayer implements PeerConnectionObserver {
    private static final int TONE = 440;
    private static final int PATIENCE_SECONDS = 20;

    private final float[] heard = new float[24_000];
    private int filled;
    private long frames;

    private StrangersPlayer() {}

    /** The address of a WHEP door. */
    public static void main(String[] arguments) throws Exception {
        PeerConnectionFactory factory = new PeerConnectionFactory(new HeadlessAudioDeviceModule());
        RTCPeerConnection peer =
                factory.createPeerConnection(new RTCConfiguration(), new StrangersPlayer());
        RTCRtpTransceiverInit receive = new RTCRtpTransceiverInit();
        receive.direction = RTCRtpTransceiverDirection.RECV_ONLY;
        peer.addTransceiver(factory.createVideoTrack("v", new CustomVideoSource()), receive);
        peer.addTransceiver(
                factory.createAudioTrack("a", factory.createAudioSource(new AudioOptions())),
                receive);
        RTCSessionDescription offer = offer(peer);
        await(done -> peer.setLocalDescription(offer, done));
        String answer = post(arguments[0], offer.sdp);
        await(done ->
                peer.setRemoteDescription(
                        new RTCSessionDescription(RTCSdpType.ANSWER, answer), done));
        TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        System.exit(0);
    }

    private static RTCSessionDescription offer(RTCPeerConnection peer) throws Exception {
        CompletableFuture<RTCSessionDescription> made = new CompletableFuture<>();
        peer.createOffer(
                new RTCOfferOptions(),
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription offer) {
                        made.complete(offer);
                    }

                    @Override
                    public void onFailure(String error) {
                        made.completeExceptionally(new IllegalStateException(error));
                    }
                });
        return made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(Consumer<SetSessionDescriptionObserver> task) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        task.accept(
                new SetSessionDescriptionObserver() {
                    @Override
                    public void onSuccess() {
                        done.complete(null);
                    }

                    @Override
                    public void onFailure(String error) {
                        done.completeExceptionally(new IllegalStateException(error));
                    }
                });
        done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static String post(String address, String offer) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Content-Type", "application/sdp")
                                    .POST(BodyPublishers.ofString(offer))
                                    .build(),
                            BodyHandlers.ofString());
            System.out.println("status " + answer.statusCode());
            return answer.body();
        }
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {}

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        MediaStreamTrack track = transceiver.getReceiver().getTrack();
        if (track instanceof VideoTrack picture) {
            picture.addSink(this::onFrame);
        } else if (track instanceof AudioTrack sound) {
            sound.addSink((bytes, bits, rate, channels, count) -> onSound(bytes, rate, channels));
        }
    }

    private void onFrame(VideoFrame frame) {
        if (frames++ % 10 == 0) {
            I420Buffer buffer = frame.buffer.toI420();
            int y = middle(buffer.getDataY(), buffer.getStrideY(), buffer.getHeight());
            int u = middle(buffer.getDataU(), buffer.getStrideU(), buffer.getHeight() / 2);
            int v = middle(buffer.getDataV(), buffer.getStrideV(), buffer.getHeight() / 2);
            buffer.release();
            System.out.println("picture " + frames + " " + y + " " + u + " " + v);
        }
    }

    /** Average of a row in the upper half, away from captions. */
    private static int middle(ByteBuffer plane, int stride, int height) {
        long sum = 0;
        for (int i = 0; i < stride; i++) {
            sum += plane.get(height / 3 * stride + i) & 0xFF;
        }
        return (int) (sum / stride);
    }

    /** The power of the tone in half a second, 1 for a sine of full scale. */
    private void onSound(byte[] bytes, int rate, int channels) {
        for (int at = 0; at + 1 < bytes.length; at += 2 * channels) {
            heard[filled++] = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8) / 32768f;
            if (filled == heard.length) {
                filled = 0;
                System.out.printf("tone %.6f%n", power(rate));
            }
        }
    }

    private double power(int rate) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < heard.length; i++) {
            double angle = 2 * Math.PI * TONE * i / rate;
            cosine += heard[i] * Math.cos(angle);
            sine += heard[i] * Math.sin(angle);
        }
        return 4 * (cosine * cosine + sine * sine) / heard.length / heard.length;
    }
}
