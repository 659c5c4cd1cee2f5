package io.rostrum.stage;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.dtls.SrtpKeys;
import io.rostrum.media.dtls.SrtpKeys.Master;
import io.rostrum.media.dtls.SrtpProfile;
import io.rostrum.media.srtp.Srtp;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** SRTP of an RTP packet with 1200 bytes of picture. */
public class ProtectingPackets extends Stage {
    private static final int HEADER = 12;
    private static final int SIZE = HEADER + 1200;
    private static final int VERSION_2 = 0x80;

    @Param public SrtpProfile profile = SrtpProfile.AEAD_AES_128_GCM;

    private final Buffer packet = Buffer.wrap(new byte[1500]);
    private Srtp sender = srtp();
    private Srtp receiver = srtp();
    private int sequence;

    /** Both ends have the same keys in both directions. */
    private Srtp srtp() {
        Random random = new Random(3711);
        byte[] key = new byte[profile.keyLength()];
        byte[] salt = new byte[profile.saltLength()];
        random.nextBytes(key);
        random.nextBytes(salt);
        return new Srtp(new SrtpKeys(profile, new Master(key, salt), new Master(key, salt)));
    }

    /** The parameter is known only now. */
    @Setup
    public void prepare() {
        sender = srtp();
        receiver = srtp();
        sequence = 0;
    }

    @Benchmark
    public boolean protect() {
        fill();
        return sender.protectRtp(packet);
    }

    @Benchmark
    public Srtp.Verdict protectAndOpen() {
        fill();
        sender.protectRtp(packet);
        return receiver.openRtp(packet);
    }

    private void fill() {
        packet.reset(0, SIZE);
        packet.put8(0, VERSION_2);
        packet.put8(1, 102);
        packet.put16(2, ++sequence & 0xFFFF);
        packet.put32(4, sequence * 300);
        packet.put32(8, 0x1234);
    }
}
