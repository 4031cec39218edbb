package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobEventsTest {

    @TempDir
    Path folder;

    private final List<RunnerEvent> seen = new ArrayList<>();

    @Test
    void beforeTheRunnerMadeItsFolderThereIsNothing() {
        var events = new JobEvents(folder.resolve("not-yet"));
        events.poll(seen::add);
        events.drain(seen::add);

        assertThat(seen).isEmpty();
    }

    @Test
    void eventsAreGivenInTheOrderOfTheirCountersEachOnce() throws Exception {
        var events = new JobEvents(folder);
        write(2, "two");
        write(10, "ten");
        write(1, "one");
        events.poll(seen::add);
        write(3, "three");
        events.drain(seen::add);

        assertThat(seen).extracting(RunnerEvent::text).containsExactly("one", "two", "three", "ten");
    }

    @Test
    void whatIsHalfWrittenIsNotRead() throws Exception {
        var events = new JobEvents(folder);
        write(1, "one");
        Files.writeString(folder.resolve("2-aa-bb.json.tmp"), "{\"event\":");
        Files.writeString(folder.resolve("aa-bb-partial.json"), "{}");
        Files.writeString(folder.resolve("aa-bb-partial.json.tmp"), "{");
        events.drain(seen::add);

        assertThat(seen).extracting(RunnerEvent::text).containsExactly("one");
    }

    @Test
    void aMissingNumberIsWaitedForUntilALaterLook() throws Exception {
        var events = new JobEvents(folder);
        write(1, "one");
        write(3, "three");
        events.poll(seen::add);
        assertThat(seen).extracting(RunnerEvent::counter).containsExactly(1L);

        write(2, "two");
        events.poll(seen::add);

        assertThat(seen).extracting(RunnerEvent::counter).containsExactly(1L, 2L, 3L);
    }

    @Test
    void garbageIsAnEventThatSaysSo() throws Exception {
        Files.writeString(folder.resolve("1-a.json"), "\u001b[31mnot json\u001b[0m");
        Files.write(folder.resolve("2-b.json"), new byte[] {(byte) 0xff, 0, 1});
        Files.writeString(folder.resolve("3-c.json"), "[1, 2]");
        Files.writeString(folder.resolve("4-d.json"), "x".repeat(3 << 20));
        write(5, "five");
        new JobEvents(folder).drain(seen::add);

        assertThat(seen).extracting(RunnerEvent::counter).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(seen.get(3).text()).contains("left out");
    }

    @Test
    void moreEventsThanOneBatchAreAllRead() throws Exception {
        for (int i = 1; i <= 1_100; i++) {
            write(i, "x");
        }
        new JobEvents(folder).drain(seen::add);

        assertThat(seen).hasSize(1_100);
    }

    private void write(long counter, String text) throws IOException {
        Path staging = folder.resolve(counter + ".tmp");
        Files.writeString(
                staging, "{\"event\": \"verbose\", \"counter\": %d, \"stdout\": \"%s\"}".formatted(counter, text));
        Files.move(staging, folder.resolve(counter + "-0a0a-0b0b.json"));
    }
}
