package io.rostrum.streaming.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.streaming.http.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that strangers send. */
class PicturesTest {
    private static byte[] picture(String format, int width, int height) throws IOException {
        int type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "png, 640, 360, 640, 360",
        "jpg, 4000, 3000, 960, 720",
        "gif, 100, 900, 80, 720",
        "bmp, 3000, 30, 1280, 13",
    })
    void aPictureComesOutAsAJpegThatFits(
            String format, int width, int height, int outWidth, int outHeight) throws IOException {
        byte[] made = Pictures.remade(picture(format, width, height));
        assertThat(made).startsWith(0xFF, 0xD8, 0xFF);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(made));
        assertThat(image.getWidth()).isEqualTo(outWidth);
        assertThat(image.getHeight()).isEqualTo(outHeight);
        assertThat(new Color(image.getRGB(outWidth / 2, outHeight / 4)).getBlue())
                .isGreaterThan(200);
    }

    @Test
    void whatIsSeenThroughBecomesWhite() throws IOException {
        byte[] made = Pictures.remade(picture("png", 64, 64));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(made));
        assertThat(new Color(image.getRGB(32, 60)).getRed()).isGreaterThan(240);
    }

    @Test
    void nothingElseThatTheFileHeldGoesOn() throws IOException {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] sent = picture("jpg", 64, 64);
        byte[] both = Arrays.copyOf(sent, sent.length + script.length);
        System.arraycopy(script, 0, both, sent.length, script.length);
        assertThat(new String(Pictures.remade(both), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<!doctype html><script>alert(1)</script>",
                "GIF89a",
                "BM",
                "\u0089PNG\r\n\u001A\n",
            })
    void refusesWhatIsNoPicture(String sent) {
        assertThatThrownBy(() -> Pictures.remade(sent.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAPictureThatIsCut() throws IOException {
        byte[] sent = picture("png", 640, 360);
        assertThatThrownBy(() -> Pictures.remade(Arrays.copyOf(sent, 60)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAHugePictureBeforeItIsUnpacked() {
        byte[] header = new byte[17];
        ByteBuffer.wrap(header)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header);
        ByteBuffer bomb = ByteBuffer.allocate(64);
        bomb.put("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue());
        assertThatThrownBy(() -> Pictures.remade(bomb.array()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(413));
    }
}
