package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPageTest {
    private static final Reader READER = new Reader("en", null);
    private static final Reader CHINESE = new Reader("zh", "dark");

    @ParameterizedTest
    @CsvSource({
        "unknown-page, 404, This page does not exist, 没有这个页面",
        "unknown-room, 404, There is no such room, 没有这个会议室",
        "unknown-channel, 404, This is no link to a program, 这不是观看链接",
        "unknown-recording, 404, There is no such recording, 没有这个回放",
        "private, 403, This is for invited viewers, 仅限受邀观众",
        "what-nobody-knows, 403, This is not open to you, 你不能打开这个页面",
        "bad-id, 400, This address was not understood, 无法识别这个网址",
        "internal, 500, Something went wrong on our side, 服务器出了点问题",
        "starting, 503, The station is busy or just starting, 服务器正忙或正在启动"
    })
    void everyKindSaysWhatHappenedInBothLanguages(
            String code, int status, String english, String chinese) {
        assertThat(ErrorPage.write(READER, code, status))
                .contains("<html lang=\"en\">", "<h1>" + english + "</h1>", status + " · " + code)
                .contains("href=\"?lang=zh\">中文</a>");
        assertThat(ErrorPage.write(CHINESE, code, status))
                .contains("<html lang=\"zh-CN\" data-theme=\"dark\">", "<h1>" + chinese + "</h1>")
                .contains("href=\"?lang=en\">English</a>");
    }

    @Test
    void whatMayPassIsTriedAgainAndWhatStaysIsNot() {
        assertThat(ErrorPage.write(READER, "internal", 500)).contains("Try again</a>");
        assertThat(ErrorPage.write(READER, "starting", 503)).contains("http-equiv=\"refresh\"");
        assertThat(ErrorPage.write(READER, "unknown-page", 404))
                .doesNotContain("Try again", "refresh");
    }

    @Test
    void noScriptStandsInItAndNoWordOfACodeRuns() {
        assertThat(ErrorPage.write(READER, "<script>x</script>", 404))
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }
}
