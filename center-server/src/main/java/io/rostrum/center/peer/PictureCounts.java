package io.rostrum.center.peer;

import io.rostrum.media.video.PictureSource;

/**
 * What one participant's pictures went through.
 *
 * @param caughtUp how often he was begun with a key frame of before, since no other came in time
 * @param givenUp groups of his that grew beyond their bounds: nobody could begin with them any more
 * @param refused packets of his that went to nobody since his pictures are in another order
 * @param ignored packets of SSRCs of his that others have replaced
 */
record PictureCounts(long caughtUp, long givenUp, long refused, long ignored) {
    static final PictureCounts NONE = new PictureCounts(0, 0, 0, 0);

    static PictureCounts of(Lines lines) {
        PictureDown down = lines.pictureDown();
        PictureUp up = lines.pictureUp();
        long givenUp = 0;
        long refused = 0;
        long ignored = 0;
        if (up != null) {
            for (Encoding encoding : up.encodings()) {
                PictureSource source = encoding.source();
                givenUp += source.group().givenUp();
                refused += source.refused();
                ignored += encoding.ignored();
            }
        }
        return new PictureCounts(
                down == null ? 0 : down.pictures().caughtUp(), givenUp, refused, ignored);
    }
}
