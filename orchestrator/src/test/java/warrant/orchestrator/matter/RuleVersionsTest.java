package warrant.orchestrator.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleVersionsTest {
    private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");

    @TempDir
    private Path root;

    private Path rules;
    private RuleVersions versions;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(root.resolve("matter/rules"));
        Files.writeString(root.resolve("matter/matter.yaml"), "ranks: [statute]\n");
        rules = root.resolve("matter/rules/one.rules");
        versions = new RuleVersions(root.resolve("versions"));
    }

    private void become(String text, Instant now) throws IOException {
        Files.writeString(rules, text);
        versions.current(MatterFolder.read(root.resolve("matter")), now);
    }

    private MatterRules at(Instant moment) {
        return MatterRules.read(versions.at(moment).orElseThrow().folder());
    }

    @Test
    void rules_are_known_from_the_moment_that_they_first_governed() throws IOException {
        become("rule a rank statute then :x :p 1", MAY);
        become("rule a rank statute then :x :p 1", MAY.plusSeconds(9));
        become("rule a rank statute then :x :p 2", JUNE);

        assertThat(versions.list()).extracting(RuleVersions.Version::since).containsExactly(MAY, JUNE);
        assertThat(at(JUNE.minusMillis(1)).sources().getFirst().text()).contains(":p 1");
        assertThat(at(JUNE).sources().getFirst().text()).contains(":p 2");
        assertThat(at(JUNE).ruleBase().ranks()).containsExactly("statute");
    }

    @Test
    void before_the_first_version_the_first_counts_and_without_any_there_is_none() throws IOException {
        assertThat(versions.at(MAY)).isEmpty();

        become("rule a then :x :p 1", JUNE);

        assertThat(versions.at(MAY)).map(RuleVersions.Version::since).contains(JUNE);
    }

    @Test
    void rules_that_cannot_be_read_govern_nothing() throws IOException {
        become("rule a then", MAY);

        assertThat(versions.list()).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_keeps_the_order() throws IOException {
        become("rule a then :x :p 1", JUNE);
        become("rule a then :x :p 2", MAY);

        assertThat(versions.list()).extracting(RuleVersions.Version::since).containsExactly(JUNE, JUNE.plusNanos(1));
        assertThat(at(JUNE.plusSeconds(1)).sources().getFirst().text()).contains(":p 2");
    }

    @Test
    void what_was_left_half_written_is_no_version() throws IOException {
        Files.createDirectories(root.resolve("versions/.new/rules"));
        become("rule a then :x :p 1", MAY);

        assertThat(versions.list()).hasSize(1);
    }
}
