package io.rostrum.media.fuzz;

import io.rostrum.corpus.Corpus;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Makes the corpora: runs fuzz tests and keeps, as short as can be, what reaches new code.
 *
 * <p>Arguments: the folder for the files, then {@code class#method} for each test; one with a
 * parameter is run for each value of its enum.
 */
final class Harvest {
    private final Map<String, Crop> crops = new TreeMap<>();

    private Harvest() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Harvest harvest = new Harvest();
        ClassLoader loader = new Instrumented();
        Field watch = loader.loadClass(Corpus.class.getName()).getDeclaredField("watch");
        watch.setAccessible(true);
        BiFunction<String, Consumer<byte[]>, Consumer<byte[]>> watcher = harvest::watched;
        watch.set(null, watcher);
        for (String test : List.of(args).subList(1, args.length)) {
            int mark = test.indexOf('#');
            run(loader.loadClass(test.substring(0, mark)), test.substring(mark + 1));
        }
        harvest.write(Path.of(args[0]));
    }

    private Consumer<byte[]> watched(String name, Consumer<byte[]> parser) {
        Crop crop = crops.computeIfAbsent(name, unseen -> new Crop());
        return input -> crop.take(input, parser);
    }

    private static void run(Class<?> tests, String name) throws ReflectiveOperationException {
        for (Method method : tests.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                run(tests, method);
            }
        }
    }

    private static void run(Class<?> tests, Method method) throws ReflectiveOperationException {
        Constructor<?> constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        if (method.getParameterCount() == 0) {
            method.invoke(constructor.newInstance());
            return;
        }
        for (Object each : method.getParameterTypes()[0].getEnumConstants()) {
            method.invoke(constructor.newInstance(), each);
        }
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Crop> crop : crops.entrySet()) {
            List<String> lines =
                    crop.getValue().kept().stream().map(HexFormat.of()::formatHex).toList();
            Files.write(folder.resolve(crop.getKey() + ".txt"), lines);
        }
    }
}
