package warrant.llm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process, as Linux tells it. Elsewhere: 0. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** @return bytes that are in memory and belong to no file */
    static long anonymous() {
        return bytes("RssAnon:");
    }

    /** @return bytes of files that are in memory */
    static long ofFiles() {
        return bytes("RssFile:");
    }

    private static long bytes(String what) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
