package io.rostrum.streaming.playback;

import java.util.List;
import java.util.function.IntFunction;

/** Where in which sheet the picture of each moment is, as WebVTT. Pure. */
final class Storyboard {
    private Storyboard() {}

    /** Name of a sheet's file. */
    static String sheet(int number) {
        return "storyboard-" + number + ".jpg";
    }

    /**
     * Writes the cues, whose text is a Media Fragments URI ({@code #xywh=}).
     *
     * @param end of the program so far, in 1/90000 s
     * @param address of a sheet, relative to that of the text
     */
    static String vtt(List<Tile> tiles, long end, IntFunction<String> address) {
        StringBuilder out = new StringBuilder(64 + tiles.size() * 80).append("WEBVTT\n");
        for (int i = 0; i < tiles.size(); i++) {
            long to = i + 1 < tiles.size() ? tiles.get(i + 1).start() : end;
            int tile = i % Sheet.TILES;
            out.append('\n')
                    .append(Chapters.stamp(tiles.get(i).start()))
                    .append(" --> ")
                    .append(Chapters.stamp(Math.max(to, tiles.get(i).start() + 90)))
                    .append('\n')
                    .append(address.apply(i / Sheet.TILES))
                    .append("#xywh=")
                    .append(Sheet.left(tile) + "," + Sheet.top(tile) + ",")
                    .append(Sheet.WIDTH + "," + Sheet.HEIGHT)
                    .append('\n');
        }
        return out.toString();
    }
}
