package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown above a picture, and what is left of it after a crash. */
class LayerTest {
    private static final List<LayerEvent> ALL =
            List.of(
                    new LayerEvent(0, new Shown.Names(true)),
                    new LayerEvent(90, new Shown.Title("Ana \"Ü\" <b>", "Head of 物理")),
                    new LayerEvent(90, new Shown.Clock(true)),
                    new LayerEvent(100, new Shown.Logo("Rostrum")),
                    new LayerEvent(200, new Shown.Question("Why?", "Ben")),
                    new LayerEvent(300, new Shown.Question("", "")));

    @TempDir Path folder;

    private void damage(String with) throws IOException {
        Files.writeString(
                folder.resolve(LayerLog.NAME),
                with,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThat(LayerLog.read(folder)).isEmpty();
        LayerLog.append(folder, ALL.subList(0, 2));
        LayerLog.append(folder, ALL.subList(2, 6));
        assertThat(LayerLog.read(folder)).isEqualTo(ALL);
    }

    @Test
    void aLineThatTheDeathOfTheProcessCutIsNotThereAndTheNextOneIsWhole() throws IOException {
        LayerLog.append(folder, ALL.subList(0, 1));
        damage("{\"show\":\"clock\",\"on\":tr");
        assertThat(LayerLog.read(folder)).isEqualTo(ALL.subList(0, 1));
        LayerLog.append(folder, ALL.subList(2, 3));
        assertThat(LayerLog.read(folder)).containsExactly(ALL.get(0), ALL.get(2));
    }

    @Test
    void aLineThatTheDiskDamagedCostsItselfOnly() throws IOException {
        damage("\u0000\u0000{]\n\n{\"at\":-5,\"show\":\"clock\",\"on\":true}\n{\"at\":1}\n");
        damage("{\"at\":1,\"show\":\"logo\",\"text\":\"" + "x".repeat(41) + "\"}\n");
        LayerLog.append(folder, ALL);
        assertThat(LayerLog.read(folder)).isEqualTo(ALL);
    }

    @Test
    void theLastWordOfEachSwitchCounts() {
        Layer.Switches switches = Layer.NONE.with(ALL).switches();
        assertThat(switches.names()).isTrue();
        assertThat(switches.clock()).isTrue();
        assertThat(switches.logo()).isEqualTo(new Shown.Logo("Rostrum"));
        assertThat(switches.titles()).containsOnlyKeys("Ana \"Ü\" <b>");
        assertThat(switches.question().text()).isEmpty();
        assertThat(switches.with(new Shown.Title("Ana \"Ü\" <b>", "")).titles()).isEmpty();
    }

    @Test
    void takesStandInItAndAreFoundAgain() {
        Takes takes = Takes.NONE.with(new Take(5, "Ana")).with(new Take(9, ""));
        Layer layer = Layer.of(takes, ALL);
        assertThat(layer.takes()).isEqualTo(takes);
        assertThat(layer.chosen()).isEqualTo(ALL.size());
        assertThat(layer.after(2)).isEqualTo(ALL);
        assertThat(layer.after(-1)).hasSize(8);
        assertThat(layer.after(99)).isEmpty();
    }
}
