package warrant.llm.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as they come: each is told in a file beside the one in which all so far stand. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String profile;
    private final Workload workload;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    /** @param profile what is measured, {@link warrant.llm.ModelProfile#id} */
    Report(Path file, String profile, Workload workload) {
        this.file = file;
        this.profile = profile;
        this.workload = workload;
    }

    private record Written(String profile, Workload workload, List<Figure> figures, List<String> skipped) {}

    void add(String name, double value, String unit) {
        add(name, value, unit, null);
    }

    void add(String name, double value, String unit, @Nullable Double share) {
        figures.add(new Figure(name, value, unit, share));
        try {
            tell(String.format(Locale.ROOT, "%s: %.2f %s", name, value, unit));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        write();
    }

    /** Tells that something was left out since the time was over. */
    void skip(String name) {
        skipped.add(name);
        write();
    }

    private void write() {
        try {
            JSON.writeValue(file.toFile(), new Written(profile, workload, figures, skipped));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Who started this process reads it there. */
    private void tell(String line) throws IOException {
        Files.writeString(
                Path.of(file + ".progress"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
