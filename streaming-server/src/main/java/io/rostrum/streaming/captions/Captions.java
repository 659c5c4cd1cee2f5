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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The captions that stand beside a recording, a file for each language. Blocking. */
public final class Captions {
    /** Of one recording. */
    static final int MOST = 8;

    /** Of 1/90000 s in a millisecond. */
    private static final long TICKS = 90;

    /** A file without a cue. */
    private static final byte[] NOTHING = bytes(List.of());

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

    /** Those that were uploaded, and those that were typed and not taken away. */
    List<Language> languages() throws IOException {
        NavigableSet<Language> all = new TreeSet<>();
        Typed.languages(folder.layer()).stream().limit(MOST).forEach(all::add);
        for (Language language : files()) {
            if (folder.length(fileName(language)) > NOTHING.length) {
                all.add(language);
            } else {
                all.remove(language);
            }
        }
        return List.copyOf(all);
    }

    private List<Language> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.toFile().getName())
                    .filter(name -> name.startsWith(BEGIN) && name.endsWith(END))
                    .map(name -> name.substring(BEGIN.length(), name.length() - END.length()))
                    .flatMap(tag -> Language.parse(tag).stream())
                    .toList();
        }
    }

    /** Those of what is shown of the recording, by its own time. */
    Optional<byte[]> read(Language language) throws IOException {
        if (!languages().contains(language)) {
            return Optional.empty();
        }
        List<Cue> all = all(language);
        List<Cue> shown = folder.shown().equals(Extent.ALL) ? all : within(all);
        return Optional.of(bytes(shown));
    }

    private List<Cue> all(Language language) throws IOException {
        Optional<byte[]> file = folder.read(fileName(language));
        try {
            return file.isPresent()
                    ? WebVtt.read(file.get())
                    : Typed.cues(folder.layer(), language);
        } catch (WebVtt.Malformed e) {
            throw new IOException(fileName(language) + " is damaged: " + e.getMessage(), e);
        }
    }

    private List<Cue> within(List<Cue> all) throws IOException {
        try (SampleLog log = folder.read()) {
            long begins = log.begins() / TICKS;
            long end = begins + log.segments().getLast().end() / TICKS;
            return all.stream().flatMap(cue -> cue.within(begins, end).stream()).toList();
        }
    }

    private static byte[] bytes(List<Cue> cues) {
        return WebVtt.write(cues).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Keeps them, whole, in place of others of that language.
     *
     * @param cues with times of what is shown of the recording
     * @return whether there was room for one more language
     */
    boolean keep(Language language, List<Cue> cues) throws IOException {
        List<Language> known = files();
        if (known.size() >= MOST && !known.contains(language)) {
            return false;
        }
        long begins = begins();
        List<Cue> kept = cues.stream().map(cue -> cue.later(begins)).toList();
        folder.write(fileName(language), bytes(kept));
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

    /** Takes them away; those that were typed by a file that has none. */
    void remove(Language language) throws IOException {
        if (Typed.languages(folder.layer()).contains(language)) {
            folder.write(fileName(language), NOTHING);
        } else {
            folder.remove(fileName(language));
        }
    }
}
