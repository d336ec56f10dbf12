package warrant.extraction.read.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import warrant.extraction.read.ReadException;
import warrant.extraction.read.Readings;
import warrant.extraction.read.Settings;
import warrant.extraction.read.file.Readers;

class ReadingProcessTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final Settings LIMITS =
            new Settings(32 << 20, 64 << 20, 200, 2_000_000, 20_000, Duration.ofSeconds(4));
    /** For files that are to be read however busy the machine is. */
    private static final Settings PATIENT =
            new Settings(32 << 20, 64 << 20, 200, 2_000_000, 20_000, Duration.ofSeconds(60));

    @Test
    void a_child_reads_what_the_readers_read() throws Exception {
        try (ReadingProcess process = new ReadingProcess(CLASS_PATH, PATIENT, 256)) {
            for (Map.Entry<String, byte[]> good : Hostile.good().entrySet()) {
                Readings expected = new Readers(PATIENT).readAll("good" + good.getKey(), good.getValue());

                assertThat(process.readAll("good" + good.getKey(), good.getValue()))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void no_file_crashes_hangs_calls_out_or_leaves_anything_behind() throws Exception {
        long seed = Long.getLong("seed", 20_261_124L);
        AtomicInteger calls = new AtomicInteger();
        List<String> bad = new ArrayList<>();
        int count = 0;
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ReadingProcess process = new ReadingProcess(CLASS_PATH, LIMITS, 256)) {
            Thread.ofVirtual().start(() -> count(server, calls));
            Map<String, byte[]> files = Hostile.files(new Random(seed), server.getLocalPort());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                count++;
                long begin = System.nanoTime();
                try {
                    process.readAll(file.getKey(), file.getValue());
                } catch (ReadException refused) {
                    if (String.valueOf(refused.getMessage()).length() < 20) {
                        bad.add(file.getKey() + ": " + refused.getMessage());
                    }
                }
                if (System.nanoTime() - begin > 30e9) {
                    bad.add(file.getKey() + " took too long");
                }
            }
        }

        assertThat(bad).as("seed " + seed).isEmpty();
        assertThat(count).isGreaterThanOrEqualTo(200);
        assertThat(calls).hasValue(0);
        assertThat(Path.of("/tmp/warrant-escaped.txt")).doesNotExist();
    }

    private static void count(ServerSocket server, AtomicInteger calls) {
        while (true) {
            try {
                server.accept().close();
                calls.incrementAndGet();
            } catch (java.io.IOException closed) {
                return;
            }
        }
    }

    @Test
    void a_file_that_takes_all_memory_is_refused_and_the_next_one_is_read() throws Exception {
        byte[] large = "word ".repeat(6_000_000).getBytes(UTF_8);
        Settings wide = new Settings(64 << 20, 64 << 20, 10, Integer.MAX_VALUE, 1000, Duration.ofSeconds(30));
        try (ReadingProcess process = new ReadingProcess(CLASS_PATH, wide, 48)) {
            assertThatThrownBy(() -> process.readAll("large.txt", large))
                    .isInstanceOf(ReadException.class)
                    .hasMessageContaining("needs more than 48 MiB of memory");

            assertThat(process.readAll("small.txt", "A word.".getBytes(UTF_8)).documents())
                    .hasSize(1);
        }
    }

    @Test
    void what_a_killed_process_left_is_removed_when_the_next_one_starts() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path orphan = Files.createTempDirectory("warrant-read-" + ended.pid() + "-");
        Files.writeString(orphan.resolve("page.img"), "x");
        Path other = Files.createTempDirectory(
                "warrant-read-" + ProcessHandle.current().pid() + "-");

        try (ReadingProcess process = new ReadingProcess(CLASS_PATH, PATIENT, 128)) {
            process.readAll("small.txt", "A word.".getBytes(UTF_8));
        }

        assertThat(orphan).doesNotExist();
        assertThat(other).exists();
        Files.delete(other);
    }

    @Test
    void nothing_is_left_in_the_folder_for_temporary_files() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = folders(temporary);
        try (ReadingProcess process = new ReadingProcess(CLASS_PATH, PATIENT, 128)) {
            process.readAll("small.txt", "A word.".getBytes(UTF_8));
        }

        assertThat(folders(temporary)).isLessThanOrEqualTo(before);
    }

    private static long folders(Path temporary) throws java.io.IOException {
        try (var files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("warrant-read"))
                    .count();
        }
    }
}
