package warrant.orchestrator.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    Path folder;

    record Answer(List<String> facts) {}

    private Request request() {
        return new Request(folder, 0, 1, Map.of(), told -> {}).keptIn(folder);
    }

    private static Answer ask(Journal journal, String key, AtomicInteger asked) {
        return journal.get(key, Answer.class, () -> {
            asked.incrementAndGet();
            return new Answer(List.of(key, "“ß”"));
        });
    }

    @Test
    void what_is_finished_is_not_asked_again_by_a_later_run() {
        AtomicInteger asked = new AtomicInteger();

        for (int run = 0; run < 2; run++) {
            try (Journal journal = Journal.open(request(), "set")) {
                assertThat(ask(journal, "a", asked)).isEqualTo(new Answer(List.of("a", "“ß”")));
                ask(journal, "b", asked);
            }
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_line_that_was_cut_off_is_asked_again_and_spoils_no_other() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (Journal journal = Journal.open(request(), "set")) {
            ask(journal, "a", asked);
        }
        Files.writeString(folder.resolve("set.jsonl"), "{\"key\":\"b\",\"val", StandardOpenOption.APPEND);

        for (int run = 0; run < 2; run++) {
            try (Journal journal = Journal.open(request(), "set")) {
                ask(journal, "a", asked);
                ask(journal, "b", asked);
            }
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_line_that_was_cut_off_within_a_character_spoils_no_other() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (Journal journal = Journal.open(request(), "set")) {
            ask(journal, "a", asked);
        }
        byte[] torn = "{\"key\":\"b\",\"value\":\"“".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("set.jsonl"), Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);

        try (Journal journal = Journal.open(request(), "set")) {
            ask(journal, "a", asked);
            ask(journal, "b", asked);
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void a_request_without_a_folder_keeps_nothing() throws IOException {
        try (Journal journal = Journal.open(Request.of(folder), "set")) {
            ask(journal, "a", new AtomicInteger());
        }

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
