package io.rostrum.media.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NoSuchElementException;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Finds libopus and binds the few functions that we call.
 *
 * <p>The system's library comes first (it is built for the machine and gets its security updates),
 * then the one inside {@code club.minnced:opus-java-natives}, unpacked to a temporary file. A
 * resource {@value #BUNDLED_ONLY} beside this class leaves out the first step: for the tests.
 */
@SuppressWarnings("restricted") // the purpose of this class
final class OpusLibrary {
    private static final String BUNDLED_ONLY = "bundled-only";
    private static final Arena FOREVER = Arena.global();
    private static final String[] SYSTEM = {
        "libopus.so.0", "libopus.so", "libopus.0.dylib", "opus.dll"
    };
    private static final @Nullable SymbolLookup FOUND = find();

    private OpusLibrary() {}

    static boolean present() {
        return FOUND != null;
    }

    /** Fails in words where there is no libopus, before anything else fails in riddles. */
    static void require() {
        if (FOUND == null) {
            throw new CodecException(
                    "No libopus on this machine ("
                            + platform()
                            + "): install it (Debian: apt-get install libopus0; macOS: brew install"
                            + " opus) or put club.minnced:opus-java-natives on the class path.");
        }
    }

    static MethodHandle bind(String name, MemoryLayout result, MemoryLayout... arguments) {
        return link(name, FunctionDescriptor.of(result, arguments));
    }

    /** The {@code ctl} functions take their third argument as a C variadic one. */
    static MethodHandle bindControl(String name) {
        return link(
                name,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
    }

    private static MethodHandle link(
            String name, FunctionDescriptor shape, Linker.Option... options) {
        require();
        SymbolLookup lookup = FOUND;
        if (lookup == null) {
            throw new IllegalStateException("require() let a missing library pass");
        }
        try {
            return Linker.nativeLinker().downcallHandle(lookup.findOrThrow(name), shape, options);
        } catch (NoSuchElementException e) {
            throw new CodecException("The libopus of this machine has no " + name, e);
        }
    }

    private static @Nullable SymbolLookup find() {
        if (OpusLibrary.class.getResource(BUNDLED_ONLY) != null) {
            return bundled();
        }
        for (String name : SYSTEM) {
            SymbolLookup lookup = open(name);
            if (lookup != null) {
                return lookup;
            }
        }
        return bundled();
    }

    private static @Nullable SymbolLookup open(String nameOrPath) {
        try {
            return SymbolLookup.libraryLookup(nameOrPath, FOREVER);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable SymbolLookup bundled() {
        String resource = "/natives/" + platform() + "/" + System.mapLibraryName("opus");
        try (InputStream in = OpusLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            Path file = Files.createTempFile("rostrum-opus", ".lib");
            file.toFile().deleteOnExit();
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return open(file.toString());
        } catch (IOException e) {
            return null;
        }
    }

    /** The folder name that opus-java-natives uses for this machine. */
    private static String platform() {
        String machine = Loader.getPlatform();
        return switch (machine) {
            case "linux-x86_64" -> "linux-x86-64";
            case "linux-arm64" -> "linux-aarch64";
            case "windows-x86_64" -> "win32-x86-64";
            case "windows-x86" -> "win32-x86";
            default -> machine.startsWith("macosx") ? "darwin" : machine;
        };
    }
}
