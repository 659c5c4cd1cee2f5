package io.rostrum.media.packet;

import java.util.Map;

/** Which id each extension has on one connection; 0 for one that was not negotiated. */
public record ExtensionIds(
        int audioLevel, int transportSequence, int absSendTime, int mid, int rid, int repairedRid) {
    public static final ExtensionIds NONE = new ExtensionIds(0, 0, 0, 0, 0, 0);

    /** From ids by URI, as an offer or answer lists them; unknown URIs are left out. */
    public static ExtensionIds of(Map<String, Integer> idByUri) {
        return new ExtensionIds(
                idByUri.getOrDefault(Extension.AUDIO_LEVEL.uri(), 0),
                idByUri.getOrDefault(Extension.TRANSPORT_SEQUENCE.uri(), 0),
                idByUri.getOrDefault(Extension.ABS_SEND_TIME.uri(), 0),
                idByUri.getOrDefault(Extension.MID.uri(), 0),
                idByUri.getOrDefault(Extension.RID.uri(), 0),
                idByUri.getOrDefault(Extension.REPAIRED_RID.uri(), 0));
    }
}
