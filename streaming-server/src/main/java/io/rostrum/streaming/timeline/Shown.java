package io.rostrum.streaming.timeline;

import io.rostrum.protocol.text.Words;
import java.util.regex.Pattern;

/** What can change in the layer above the picture, which players draw; decision 037. */
public sealed interface Shown {
    /** Characters of a name or a title. */
    int LONGEST_LINE = 200;

    /** Characters of a mark in a corner. */
    int LONGEST_MARK = 40;

    /** Characters of a viewer's question. */
    int LONGEST_QUESTION = 500;

    /**
     * Who is in the picture.
     *
     * @param name empty: nobody
     */
    record Picture(String name) implements Shown {}

    /** Whether the name of who is in the picture stands below it. */
    record Names(boolean on) implements Shown {}

    /**
     * What stands below a name from then on.
     *
     * @param title empty: nothing
     */
    record Title(String name, String title) implements Shown {
        public Title {
            check(name, LONGEST_LINE);
            check(title, LONGEST_LINE);
        }
    }

    /** Whether the time of day is shown. */
    record Clock(boolean on) implements Shown {}

    /**
     * The station's mark: a picture, or words; neither: none.
     *
     * @param text what it says; of a picture, for who does not see it
     * @param picture name of its file beside the program; empty: none
     */
    record Logo(String text, String picture) implements Shown {
        /** Of a file that holds a mark, made of what the picture is. */
        public static final Pattern FILE = Pattern.compile("logo-[0-9a-f]{8}\\.png");

        public static final Logo NONE = new Logo("", "");

        public Logo {
            check(text, LONGEST_MARK);
            if (!picture.isEmpty() && !FILE.matcher(picture).matches()) {
                throw new IllegalArgumentException("no picture of a mark: " + picture);
            }
        }

        /** In words. */
        public Logo(String text) {
            this(text, "");
        }
    }

    /**
     * What a viewer asks.
     *
     * @param text empty: no question any more
     * @param name of who asks; empty: not told
     */
    record Question(String text, String name) implements Shown {
        public Question {
            check(text, LONGEST_QUESTION);
            check(name, LONGEST_LINE);
        }
    }

    /**
     * What is said at that moment, as somebody types it.
     *
     * @param text empty: nothing any more
     * @param language a tag of BCP 47
     */
    record Caption(String text, String language) implements Shown {
        public Caption {
            check(text, LONGEST_LINE);
            check(language, LONGEST_MARK);
        }
    }

    private static void check(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("more than " + longest + " characters");
        }
        if (!text.equals(Words.line(text))) {
            throw new IllegalArgumentException("not one line of words");
        }
    }
}
