package io.rostrum.streaming.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All changes of the layer above a program's picture, in the order in which they were told: of two
 * at one moment the later told one counts. Immutable; any thread.
 */
public record Layer(List<LayerEvent> all) {
    /** A bound for what a feed and a host can make us keep, besides the takes. */
    public static final int MOST = 12_000;

    /** Different names that titles are kept for. */
    public static final int MOST_TITLES = 500;

    public static final Layer NONE = new Layer(List.of());

    public Layer {
        all = List.copyOf(all);
    }

    /** The takes first, then what was written down. */
    public static Layer of(Takes takes, List<LayerEvent> written) {
        List<LayerEvent> all = new ArrayList<>(takes.all().size() + written.size());
        takes.all().forEach(take -> all.add(event(take)));
        all.addAll(written);
        return new Layer(all);
    }

    private static LayerEvent event(Take take) {
        return new LayerEvent(take.at(), new Shown.Picture(take.name()));
    }

    public Layer with(List<LayerEvent> more) {
        List<LayerEvent> longer = new ArrayList<>(all);
        longer.addAll(more);
        return new Layer(longer);
    }

    public Layer with(Take take) {
        return with(List.of(event(take)));
    }

    /** The takes among them. */
    public Takes takes() {
        Takes takes = Takes.NONE;
        for (LayerEvent event : all) {
            if (event.what() instanceof Shown.Picture picture) {
                takes = takes.with(new Take(event.at(), picture.name()));
            }
        }
        return takes;
    }

    /** Those behind the first so many. */
    public List<LayerEvent> after(int known) {
        return all.subList(Math.clamp(known, 0, all.size()), all.size());
    }

    /** How many there are besides takes. */
    public long chosen() {
        return all.stream().filter(event -> !(event.what() instanceof Shown.Picture)).count();
    }

    /**
     * The same of what is shown of a recording, by its own time. Of what was before only what still
     * holds at its beginning is told.
     *
     * @param begins when what is shown begins, in 1/90000 s since the session began
     * @param length of what is shown, in the same
     */
    public Layer within(long begins, long length) {
        List<LayerEvent> before = all.stream().filter(event -> event.at() <= begins).toList();
        List<LayerEvent> left = new ArrayList<>();
        Shown.@Nullable Picture picture = null;
        for (LayerEvent event : before) {
            picture = event.what() instanceof Shown.Picture one ? one : picture;
        }
        if (picture != null) {
            left.add(new LayerEvent(0, picture));
        }
        new Layer(before).switches().shown().forEach(what -> left.add(new LayerEvent(0, what)));
        all.stream()
                .filter(event -> event.at() > begins && event.at() < begins + length)
                .forEach(event -> left.add(new LayerEvent(event.at() - begins, event.what())));
        return new Layer(left);
    }

    /** What the host has switched to, in the end. */
    public Switches switches() {
        Switches switches = Switches.OFF;
        for (LayerEvent event : all) {
            switches = switches.with(event.what());
        }
        return switches;
    }

    /**
     * What a host decides of the layer.
     *
     * @param titles by name
     * @param question its text is empty where there is none
     */
    public record Switches(
            boolean names,
            boolean clock,
            Shown.Logo logo,
            Map<String, String> titles,
            Shown.Question question) {
        public static final Switches OFF =
                new Switches(false, false, Shown.Logo.NONE, Map.of(), new Shown.Question("", ""));

        /** After that change. */
        public Switches with(Shown what) {
            return switch (what) {
                case Shown.Picture picture -> this;
                case Shown.Caption caption -> this;
                case Shown.Names now -> new Switches(now.on(), clock, logo, titles, question);
                case Shown.Clock now -> new Switches(names, now.on(), logo, titles, question);
                case Shown.Logo now -> new Switches(names, clock, now, titles, question);
                case Shown.Question now -> new Switches(names, clock, logo, titles, now);
                case Shown.Title now -> new Switches(names, clock, logo, titled(now), question);
            };
        }

        /** What leads here from {@link #OFF}. */
        List<Shown> shown() {
            List<Shown> all = new ArrayList<>();
            all.add(new Shown.Names(names));
            all.add(new Shown.Clock(clock));
            all.add(logo);
            titles.forEach((name, title) -> all.add(new Shown.Title(name, title)));
            all.add(question);
            return all;
        }

        private Map<String, String> titled(Shown.Title now) {
            Map<String, String> more = new LinkedHashMap<>(titles);
            if (now.title().isEmpty()) {
                more.remove(now.name());
            } else {
                more.put(now.name(), now.title());
            }
            return more;
        }
    }
}
