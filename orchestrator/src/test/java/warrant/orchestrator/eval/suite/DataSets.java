package warrant.orchestrator.eval.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Public data sets that are not part of the project: {@code shared/data} beside it, or what {@code -Ddata.sets=} names.
 */
public final class DataSets {
    private DataSets() {}

    /** @return the folder of a data set; without it the test is skipped, and says which folder is missing */
    public static Path folder(String name) {
        Path root = Path.of(System.getProperty("data.sets", "../../shared/data"));
        Path folder = root.resolve(name).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "the data set " + name + " is missing: " + folder);
        return folder;
    }
}
