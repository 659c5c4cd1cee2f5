package io.rostrum.streaming.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MediaAddressTest {
    private static final Pattern FORM =
            Pattern.compile("/live/([^/]*)/([^/]*)/(\\d{1,15})(?:\\.(\\d{1,4}))?\\.m4s");

    @Test
    void namesASegmentOrAPartOfIt() {
        assertThat(MediaAddress.read("/live/room/s1/12.m4s"))
                .isEqualTo(new MediaAddress("room", "s1", 12, -1));
        assertThat(MediaAddress.read("/live/room/s1/12.3.m4s"))
                .isEqualTo(new MediaAddress("room", "s1", 12, 3));
    }

    @Test
    void saysOfAnythingWhatTheExpressionSays() {
        Random random = new Random(11);
        String[] pieces = {"/live/", "a/", "b", "/", "7", "12", ".", ".m4s", "m4s", "-1", "٣"};
        for (int i = 0; i < 300_000; i++) {
            StringBuilder path = new StringBuilder(random.nextInt(4) == 0 ? "" : "/live/a/b/");
            for (int length = random.nextInt(7); length > 0; length--) {
                path.append(pieces[random.nextInt(pieces.length)]);
            }
            Matcher form = FORM.matcher(path);
            MediaAddress expected =
                    form.matches()
                            ? new MediaAddress(
                                    form.group(1),
                                    form.group(2),
                                    Long.parseLong(form.group(3)),
                                    form.group(4) == null ? -1 : Integer.parseInt(form.group(4)))
                            : null;
            assertThat(MediaAddress.read(path.toString())).as(path.toString()).isEqualTo(expected);
        }
    }

    @Test
    void theAddressOfALivePlaylistIsReadAndNothingElse() {
        assertThat(MediaAddress.playlist("/live/r1/s1/media.m3u8"))
                .isEqualTo(new MediaAddress("r1", "s1", -1, -1));
        for (String other :
                new String[] {
                    "/live/r1/media.m3u8",
                    "/live/r1/~token/s1/media.m3u8",
                    "/live//s1/media.m3u8x",
                    "/live/r1//media.m3u8",
                    "/recordings/r1/s1/media.m3u8"
                }) {
            assertThat(MediaAddress.playlist(other)).as(other).isNull();
        }
    }
}
