package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What ships is what somebody has looked at: docs/dependencies.tsv against the bills of materials.
 */
class DependencyPolicyTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> LICENCES =
            Set.of(
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "Bouncy Castle Licence",
                    "CC0-1.0",
                    "FreeBSD License",
                    "MIT",
                    "MIT-0",
                    "Unicode-3.0");

    private static List<Looked> list = List.of();
    private static Set<Component> shipped = Set.of();

    /** Something that ships: "group:name" or "npm:name". */
    private record Component(String name, String version, List<String> licences) {}

    /** A row of the list; a name that ends with "*" stands for its whole group. */
    private record Looked(String name, String version, String licence, String least, String date) {
        static Looked row(String line) {
            String[] cells = line.split("\t");
            assertThat(cells).as(line).hasSize(6);
            return new Looked(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        boolean covers(Component component) {
            return name.endsWith("*")
                    ? component.name.startsWith(name.substring(0, name.length() - 1))
                    : component.name.equals(name);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (var lines = Files.lines(ROOT.resolve("docs/dependencies.tsv"))) {
            list = lines.filter(line -> !line.startsWith("#")).map(Looked::row).toList();
        }
        shipped = new LinkedHashSet<>();
        for (String server : List.of("center-server", "streaming-server")) {
            shipped.addAll(bill(ROOT.resolve(server).resolve("target/sbom.json")));
        }
        shipped.addAll(pages(ROOT.resolve("web-viewer/package-lock.json")));
    }

    @Test
    void everythingThatShipsWasLookedAtInJustThisVersion() {
        assertThat(shipped).hasSizeGreaterThan(80);
        for (Component component : shipped) {
            Looked looked = looked(component);
            assertThat(looked).as("no row in docs/dependencies.tsv for %s", component).isNotNull();
            assertThat(looked.version()).as(component.name()).isEqualTo(component.version());
        }
    }

    @Test
    void nothingShipsFromBeforeAPublishedFix() {
        for (Looked looked : list) {
            if (!looked.least().equals("-")) {
                assertThat(compare(looked.version(), looked.least()))
                        .as("%s: at least %s", looked, looked.least())
                        .isNotNegative();
            }
        }
        assertThat(compare("4.2.9.Final", "4.2.17.Final")).isNegative();
    }

    @Test
    void everyLicenceIsOneThatWeAccept() {
        for (Component component : shipped) {
            String licence = looked(component).licence();
            assertThat(LICENCES).as(component.name()).contains(licence);
            assertThat(component.licences()).as(component.name()).contains(licence);
        }
    }

    @Test
    void noRowIsLeftFromWhatNoLongerShips() {
        for (Looked looked : list) {
            assertThat(shipped).as("nothing ships for %s", looked).anyMatch(looked::covers);
            assertThat(looked.date()).matches("20\\d\\d-[01]\\d-[0-3]\\d");
        }
    }

    /** The most exact row. */
    private static Looked looked(Component component) {
        Looked best = null;
        for (Looked looked : list) {
            if (looked.covers(component) && (best == null || best.name().endsWith("*"))) {
                best = looked;
            }
        }
        return best;
    }

    private static List<Component> bill(Path file) throws IOException {
        assertThat(file).as("made by Maven's package phase").exists();
        List<Component> found = new ArrayList<>();
        for (JsonNode node :
                new ObjectMapper().readTree(Files.readString(file)).get("components")) {
            String group = node.get("group").asText();
            if (!group.equals("io.rostrum")) {
                String name = group + ":" + node.get("name").asText();
                found.add(new Component(name, node.get("version").asText(), licences(node)));
            }
        }
        return found;
    }

    private static List<String> licences(JsonNode component) {
        List<String> found = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            found.add(licence.path("id").asText(licence.path("name").asText()));
        }
        return found;
    }

    private static List<Component> pages(Path lock) throws IOException {
        List<Component> found = new ArrayList<>();
        var packages = new ObjectMapper().readTree(Files.readString(lock)).get("packages").fields();
        while (packages.hasNext()) {
            var entry = packages.next();
            JsonNode node = entry.getValue();
            if (!entry.getKey().isEmpty() && !node.path("dev").asBoolean()) {
                String name = entry.getKey().replaceFirst("^.*node_modules/", "npm:");
                List<String> licence = List.of(node.path("license").asText());
                found.add(new Component(name, node.get("version").asText(), licence));
            }
        }
        return found;
    }

    /** By numbers, as far as both have some: what stands behind the first word does not count. */
    private static int compare(String one, String other) {
        String[] left = one.split("[.-]");
        String[] right = other.split("[.-]");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (!left[i].matches("\\d+") || !right[i].matches("\\d+")) {
                break;
            }
            int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
