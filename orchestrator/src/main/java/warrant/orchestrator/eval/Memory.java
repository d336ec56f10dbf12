package warrant.orchestrator.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory this process and those it started took at most. Linux only. */
final class Memory {
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** @return the sum of the peaks, in MiB; peaks at different times count as if at once */
    static long peakMebibytes() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                        .mapToLong(process -> peakKibibytes(process.pid()))
                        .sum()
                >> 10;
    }

    private static long peakKibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
