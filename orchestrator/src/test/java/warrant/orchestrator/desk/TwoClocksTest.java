package warrant.orchestrator.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.graph.MatterStore;
import warrant.graph.memory.MemoryStore;
import warrant.llm.Encoder;
import warrant.orchestrator.OpenMatter;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.RuleVersions;
import warrant.orchestrator.owner.Work;
import warrant.orchestrator.search.Meanings;

/** Rules on two clocks: in force on the day that is asked about, and as they were known on another. */
final class TwoClocksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");

    @TempDir
    private Path root;

    private final Desk desk = new Desk();
    private final MatterStore store = new MemoryStore().matter("m");

    private OpenMatter matter(Instant now) {
        Supplier<Encoder> none = () -> {
            throw new AssertionError("nothing is to be encoded");
        };
        return new OpenMatter(
                "m",
                MatterFolder.read(root.resolve("matter")),
                new RuleVersions(root.resolve("versions")),
                store,
                () -> {
                    throw new AssertionError("no model is needed");
                },
                () -> {
                    throw new AssertionError("no model is needed");
                },
                none,
                new Meanings(none),
                Clock.fixed(now, ZoneOffset.UTC),
                Settings.from(Map.of("HOME", root.toString())));
    }

    private void rules(String text) throws IOException {
        Files.createDirectories(root.resolve("matter/rules"));
        Files.writeString(root.resolve("matter/rules/one.rules"), "prefix : <urn:t#>\n" + text);
    }

    private List<String> says(Instant now, LocalDate asOf, @Nullable Instant known) {
        return desk.conclusions(matter(now), asOf, known).stream()
                .map(Work.Conclusion::triple)
                .map(triple -> triple.object().toString())
                .toList();
    }

    @Test
    void a_question_is_answered_under_the_rules_as_they_were_known() throws IOException {
        rules("rule fee in force from 2026-01-01 then :x :fee 10");
        assertThat(says(MAY, DAY, null)).singleElement().asString().contains("10");

        rules("rule fee in force from 2026-01-01 then :x :fee 12");
        assertThat(says(JUNE, DAY, null)).singleElement().asString().contains("12");

        assertThat(says(JUNE, DAY, JUNE.minusSeconds(1)))
                .singleElement()
                .asString()
                .contains("10");
        assertThat(says(JUNE, DAY, JUNE)).singleElement().asString().contains("12");
        assertThat(says(JUNE, LocalDate.of(2025, 12, 31), JUNE.minusSeconds(1))).isEmpty();
    }

    @Test
    void what_was_known_stays_known_when_the_rules_of_today_cannot_be_read() throws IOException {
        rules("rule fee then :x :fee 10");
        says(MAY, DAY, null);

        rules("rule fee then");

        assertThat(says(JUNE, DAY, MAY)).singleElement().asString().contains("10");
    }
}
