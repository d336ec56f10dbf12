package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import warrant.orchestrator.config.Settings;

/**
 * Ends an owner with SIGKILL at random moments of an ingestion, spread over its whole time, and lets a new owner resume
 * each time; what is kept in the end must equal what an undisturbed run keeps.
 */
final class Kills {
    private final Shell shell;
    private final Path matter;
    private final String with;
    private final int kills;
    private final Random random;

    Kills(Shell shell, Path matter, String with, int kills, long seed) {
        this.shell = shell;
        this.matter = matter;
        this.with = with;
        this.kills = kills;
        this.random = new Random(seed);
        shell.progress("seed " + seed);
    }

    /** @return 0 if the two are equal */
    int run() {
        Path calm = folder();
        Path rough = folder();
        try {
            long began = System.nanoTime();
            String expected = hash(calm, true);
            double seconds = (System.nanoTime() - began) / 1e9;
            for (int i = 0; i < kills; i++) {
                kill(rough, i, seconds);
            }
            String found = hash(rough, false);
            shell.print("undisturbed  " + expected + "\nafter " + kills + " kills  " + found);
            shell.print(expected.equals(found) ? "equal" : "DIFFERENT");
            return expected.equals(found) ? 0 : 1;
        } finally {
            delete(calm);
            delete(rough);
        }
    }

    private String hash(Path data, boolean first) {
        Settings settings = shell.settings(data);
        OwnerClient owner = OwnerProcess.connect(settings, shell::progress);
        try {
            String name = Matters.open(owner, matter, null);
            shell.progress(first ? "an undisturbed run" : "the last run, to its end");
            IngestCommand.run(shell, owner, name, with);
            return owner.get("/v1/matters/" + OwnerClient.encode(name) + "/hash")
                    .path("content")
                    .asText();
        } finally {
            OwnerProcess.stop(settings, owner);
        }
    }

    /** Each kill falls into its own part of the time that one run takes. */
    private void kill(Path data, int number, double seconds) {
        Settings settings = shell.settings(data);
        OwnerClient owner = OwnerProcess.connect(settings, shell::progress);
        String name = Matters.open(owner, matter, null);
        double wait = seconds * random.nextDouble() / kills + (number == 0 ? 0 : 1);
        JsonNode job = owner.post(
                "/v1/ingest?with=" + with + "&matter=" + OwnerClient.encode(name), Shell.JSON.createObjectNode());
        shell.progress(String.format(
                Locale.ROOT,
                "kill %d of %d after %.1f s of job %s",
                number + 1,
                kills,
                wait,
                job.path("id").asText()));
        try {
            Thread.sleep((long) (wait * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Who.USER, "interrupted", e);
        }
        ProcessHandle.of(owner.file().pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("warrant-kills");
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
