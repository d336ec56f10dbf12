package warrant.tests;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line as the launcher starts it, on the build that the tests belong to. */
final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path data;
    private final Map<String, String> environment;

    /** What a command printed and how it ended. */
    record Result(int code, String out, String err) {}

    Command(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** Runs a command to its end. */
    Result run(String... arguments) {
        try {
            Process process = start(arguments);
            String[] err = new String[1];
            Thread reading = Thread.ofVirtual().start(() -> err[0] = text(process.getErrorStream()));
            String out = text(process.getInputStream());
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end in sight: " + String.join(" ", arguments));
            }
            reading.join();
            return new Result(process.exitValue(), out, String.valueOf(err[0]));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Process start(String... arguments) throws IOException {
        Path app = Repository.root().resolve("orchestrator/target/quarkus-app");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dwarrant.app=" + app,
                "-Dwarrant.home=" + Repository.root(),
                "-cp",
                classPath(app),
                "warrant.orchestrator.cli.Main",
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String classPath(Path app) throws IOException {
        if (!Files.isDirectory(app)) {
            throw new IllegalStateException("there is no " + app + "; run the tests with: mvn verify");
        }
        List<String> jars = new ArrayList<>();
        for (Path folder : List.of(app.resolve("app"), app.resolve("lib/main"), app.resolve("lib/boot"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(Path::toString).forEach(jars::add);
            }
        }
        return String.join(File.pathSeparator, jars);
    }
}
