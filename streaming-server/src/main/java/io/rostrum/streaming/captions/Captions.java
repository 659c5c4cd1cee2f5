package io.rostrum.streaming.captions;

import io.rostrum.streaming.packager.Subtitles;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.SessionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The captions that stand beside a recording, a file for each language. Blocking. */
public final class Captions {
    /** Of one recording. */
    static final int MOST = 8;

    /** Of 1/90000 s in a millisecond. */
    private static final long TICKS = 90;

    private static final String BEGIN = "captions-";
    private static final String END = ".vtt";

    private final SessionFolder folder;

    Captions(SessionFolder folder) {
        this.folder = folder;
    }

    static String fileName(Language language) {
        return BEGIN + language.tag() + END;
    }

    /** What the master playlist of a recording says of its captions. */
    public static List<Subtitles> renditions(SessionFolder folder) throws IOException {
        return new Captions(folder)
                .languages().stream()
                        .map(one -> new Subtitles(one.tag(), one.name(), playlistName(one)))
                        .toList();
    }

    static String playlistName(Language language) {
        return BEGIN + language.tag() + ".m3u8";
    }

    List<Language> languages() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.toFile().getName())
                    .filter(name -> name.startsWith(BEGIN) && name.endsWith(END))
                    .map(name -> name.substring(BEGIN.length(), name.length() - END.length()))
                    .flatMap(tag -> Language.parse(tag).stream())
                    .sorted()
                    .toList();
        }
    }

    /** Those of what is shown of the recording, by its own time. */
    Optional<byte[]> read(Language language) throws IOException {
        Optional<byte[]> kept = folder.read(fileName(language));
        if (kept.isEmpty() || folder.shown().equals(Extent.ALL)) {
            return kept;
        }
        try (SampleLog log = folder.read()) {
            long begins = log.begins() / TICKS;
            long end = log.segments().getLast().end() / TICKS;
            List<Cue> shown =
                    WebVtt.read(kept.get()).stream()
                            .flatMap(cue -> cue.within(begins, begins + end).stream())
                            .toList();
            return Optional.of(WebVtt.write(shown).getBytes(StandardCharsets.UTF_8));
        } catch (WebVtt.Malformed e) {
            throw new IOException(fileName(language) + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps them, whole, in place of others of that language.
     *
     * @param cues with times of what is shown of the recording
     * @return whether there was room for one more language
     */
    boolean keep(Language language, List<Cue> cues) throws IOException {
        List<Language> known = languages();
        if (known.size() >= MOST && !known.contains(language)) {
            return false;
        }
        long begins = begins();
        List<Cue> kept = cues.stream().map(cue -> cue.later(begins)).toList();
        folder.write(fileName(language), WebVtt.write(kept).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** When what is shown of the recording begins, in milliseconds since the program did. */
    private long begins() throws IOException {
        if (folder.shown().equals(Extent.ALL)) {
            return 0;
        }
        try (SampleLog log = folder.read()) {
            return log.begins() / TICKS;
        }
    }

    void remove(Language language) throws IOException {
        folder.remove(fileName(language));
    }
}
