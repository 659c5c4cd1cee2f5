package io.rostrum.streaming.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which start page fits which device. */
class ViewTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    DESKTOP | none | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36
                    DESKTOP | ?0   | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0
                    DESKTOP | none | Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1
                    DESKTOP | none | curl/8.0
                    DESKTOP | none | none
                    PHONE   | ?1   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36
                    PHONE   | none | Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148
                    PHONE   | none | Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0
                    TV      | none | Mozilla/5.0 (SMART-TV; LINUX; Tizen 8.0) AppleWebKit/537.36 Chrome/108.0 TV Safari/537.36
                    TV      | none | Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 Chrome/108.0 Safari/537.36
                    TV      | ?0   | Mozilla/5.0 (Linux; Android 12; BRAVIA 4K VH2) AppleWebKit/537.36 Chrome/140.0
                    TV      | none | Mozilla/5.0 (Linux; Android 9; AFTMM) AppleWebKit/537.36 Silk/120.0 like Chrome/120.0
                    TV      | none | Mozilla/5.0 (X11; Linux armv7l) AppleWebKit/537.36 CrKey/1.56.500000
                    TV      | none | HbbTV/1.6.1 (+DRM; Panasonic; VIERA; 1.0)
                    TV      | none | Mozilla/5.0 (PlayStation; PlayStation 5/8.00) AppleWebKit/605.1.15
                    """)
    void aDeviceIsKnownByWhatItSays(View view, String mobile, String agent) {
        assertThat(View.guessed(agent, mobile)).isEqualTo(view);
    }
}
