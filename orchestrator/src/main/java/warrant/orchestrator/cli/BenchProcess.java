package warrant.orchestrator.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Processes that measure, one after the other, within one time for all; what they tell is their progress. */
final class BenchProcess {
    private static final int BEAT_SECONDS = 5;
    /** A process that knows its time is given so much more to end. */
    private static final int GRACE_SECONDS = 60;

    private final Shell shell;
    private final Path log;
    private final long end;
    private Path told;

    BenchProcess(Shell shell, Path log, Duration most) {
        this.shell = shell;
        this.log = log;
        this.told = log;
        this.end = System.nanoTime() + most.toNanos();
    }

    /** @return seconds until the time is over, at least 1 */
    String secondsLeft() {
        return Long.toString(Math.max(1, left()));
    }

    private long left() {
        return (end - System.nanoTime()) / 1_000_000_000;
    }

    /**
     * @param more a jar besides those of Warrant
     * @param arguments the last is a file; what the process tells meanwhile stands beside it
     */
    void java(String what, Optional<Path> more, String main, List<String> arguments) throws IOException {
        String path = Path.of(System.getProperty("warrant.app", ""), "lib", "main") + "/*";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                more.map(jar -> path + File.pathSeparator + jar).orElse(path),
                main));
        command.addAll(arguments);
        told = Path.of(arguments.getLast() + ".progress");
        run(what, command);
        told = log;
    }

    void run(String what, List<String> command) throws IOException {
        run(what, command, log.toFile());
    }

    /**
     * Does nothing once the time is over, and ends what takes longer.
     *
     * @param out to which its output is appended
     */
    void run(String what, List<String> command, File out) throws IOException {
        if (left() <= 0) {
            shell.progress("left out, since the time is over: " + what);
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "65536");
        shell.progress(what);
        Process process = builder.start();
        try {
            follow(process, what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Who.USER, "interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private void follow(Process process, String what) throws IOException, InterruptedException {
        String before = "";
        while (!process.waitFor(BEAT_SECONDS, TimeUnit.SECONDS)) {
            String last = lastLine();
            shell.progress(last.equals(before) ? what : what + ": " + last);
            before = last;
            if (left() < -GRACE_SECONDS) {
                shell.progress("ended, since the time is over: " + what);
                return;
            }
        }
        if (process.exitValue() != 0) {
            throw new Failure(
                    Failure.Who.UPSTREAM, what + " ended with code " + process.exitValue() + "; its log is " + log);
        }
    }

    private String lastLine() throws IOException {
        if (!Files.exists(told)) {
            return "";
        }
        List<String> lines = Files.readAllLines(told, StandardCharsets.ISO_8859_1);
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
