package io.rostrum.http;

import io.rostrum.http.Reader.Said;
import java.util.Map;

/**
 * What a refusal says to a person: what is, and what to do.
 *
 * @param title what happened
 * @param advice why, if it is known, and what can be done
 */
record ErrorWords(Said title, Said advice) {
    private static final ErrorWords NO_PAGE =
            of(
                    "This page does not exist",
                    "Check the address for a typing mistake, or go on from the start page.",
                    "没有这个页面",
                    "请检查网址是否有误，或从首页重新开始。");

    private static final ErrorWords NOT_FOR_YOU =
            of(
                    "This is not open to you",
                    "Ask whoever sent you the link, or go on from the start page.",
                    "你不能打开这个页面",
                    "请联系发送链接的人，或从首页重新开始。");

    private static final ErrorWords NOT_READ =
            of(
                    "This address was not understood",
                    "It may have been cut off: copy the whole link and open it again.",
                    "无法识别这个网址",
                    "链接可能不完整，请复制完整链接后重新打开。");

    private static final ErrorWords FAILED =
            of(
                    "Something went wrong on our side",
                    "Try again in a moment. If it stays so, tell whoever runs this station.",
                    "服务器出了点问题",
                    "请稍后重试。如果问题仍在，请联系管理员。");

    private static final ErrorWords BUSY =
            of(
                    "The station is busy or just starting",
                    "This page tries again by itself in a few seconds.",
                    "服务器正忙或正在启动",
                    "几秒后会自动重试。");

    private static final Map<String, ErrorWords> BY_CODE =
            Map.ofEntries(
                    Map.entry(
                            "unknown-room",
                            of(
                                    "There is no such room",
                                    "The link may be cut off, or the room has been removed. Ask"
                                            + " whoever invited you for the link once more, or make"
                                            + " a room of your own.",
                                    "没有这个会议室",
                                    "链接可能不完整，或会议室已被移除。请向邀请你的人再要一次链接，或新建一个会议室。")),
                    Map.entry(
                            "unknown-channel",
                            of(
                                    "This is no link to a program",
                                    "It may be cut off or mistyped: copy the whole link once more,"
                                            + " or see what is on air.",
                                    "这不是观看链接",
                                    "链接可能不完整或有误，请重新复制完整链接，或看看正在直播的节目。")),
                    Map.entry(
                            "unknown-recording",
                            of(
                                    "There is no such recording",
                                    "Its host may have deleted it, or the link is cut off. See what"
                                            + " else there is.",
                                    "没有这个回放",
                                    "可能已被主持人删除，或链接不完整。看看其他节目吧。")),
                    Map.entry(
                            "unknown-announcement",
                            of(
                                    "This program is no longer announced",
                                    "It is over, or its host called it off. See what is on air and"
                                            + " what is coming up.",
                                    "这个节目预告已撤下",
                                    "节目可能已结束或已取消。看看正在直播的节目和其他预告吧。")),
                    Map.entry(
                            "not-on-air",
                            of(
                                    "Nothing is on air here now",
                                    "Open the page of the program: it begins there by itself.",
                                    "这里现在没有直播",
                                    "请打开节目的观看页，开播后会自动播放。")),
                    Map.entry(
                            "private",
                            of(
                                    "This is for invited viewers",
                                    "Open the page of the program and enter the password, or ask"
                                            + " its host for an invitation.",
                                    "仅限受邀观众",
                                    "请打开观看页输入密码，或向主持人索取邀请链接。")),
                    Map.entry(
                            "too-many-requests",
                            of(
                                    "Too much at once from your network",
                                    "Wait a minute, then try again.",
                                    "来自你的网络的请求过于频繁",
                                    "请稍等一分钟再试。")));

    private static ErrorWords of(String title, String advice, String titleZh, String adviceZh) {
        return new ErrorWords(new Said(title, titleZh), new Said(advice, adviceZh));
    }

    /**
     * The words for a refusal.
     *
     * @param code the last part of its type; codes that are not known here are told by status
     */
    static ErrorWords of(String code, int status) {
        return BY_CODE.getOrDefault(code, byStatus(status));
    }

    private static ErrorWords byStatus(int status) {
        return switch (status) {
            case 401, 403 -> NOT_FOR_YOU;
            case 404, 405, 410 -> NO_PAGE;
            case 503 -> BUSY;
            default -> status >= 500 ? FAILED : NOT_READ;
        };
    }
}
