package warrant.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three kills with the small model; the long run has a command of its own. */
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void a_killed_ingestion_resumes_to_the_same_graph() throws Exception {
        Path matter = SmallMatter.write(folder.resolve("matter"));
        Command warrant = new Command(folder.resolve("data"), Map.of("WARRANT_MODEL", "smollm2-135m"));

        Command.Result result =
                warrant.run("bench", "kills", "--kills", "3", "--folder", matter.toString(), "--seed", seed());

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("equal");
    }

    private static String seed() {
        return System.getProperty("seed", "20261122");
    }
}
