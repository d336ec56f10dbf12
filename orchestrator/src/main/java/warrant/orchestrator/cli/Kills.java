package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Random;
import warrant.orchestrator.config.Settings;

/**
 * Ends an owner with SIGKILL at random moments of an ingestion, spread over its whole time, and lets a new owner resume
 * each time; what is kept in the end must equal what an undisturbed run keeps.
 */
final class Kills {
    /** Share of the work that is told by files, and by nothing at the end. */
    private static final double EDGE = 0.05;

    private static final long MOST_LATE_MILLIS = 1_500;

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
        try (Scratch calm = Scratch.make("kills");
                Scratch rough = Scratch.make("kills")) {
            String expected = hash(calm.folder(), true);
            for (int i = 0; i < kills; i++) {
                kill(rough.folder(), i);
            }
            String found = hash(rough.folder(), false);
            shell.print("undisturbed  " + expected + "\nafter " + kills + " kills  " + found);
            shell.print(expected.equals(found) ? "equal" : "DIFFERENT");
            return expected.equals(found) ? 0 : 1;
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

    /** Each kill falls into its own part of the work: what is killed before has been done up to there. */
    private void kill(Path data, int number) {
        Settings settings = shell.settings(data);
        OwnerClient owner = OwnerProcess.connect(settings, shell::progress);
        String name = Matters.open(owner, matter, null);
        double share = (number + random.nextDouble()) / kills;
        long late = random.nextLong(MOST_LATE_MILLIS);
        String job = owner.post(
                        "/v1/ingest?with=" + with + "&matter=" + OwnerClient.encode(name),
                        Shell.JSON.createObjectNode())
                .path("id")
                .asText();
        await(owner, job, share);
        pause(late);
        shell.progress(String.format(
                Locale.ROOT, "kill %d of %d at %.0f %% of the work and %d ms", number + 1, kills, 100 * share, late));
        ProcessHandle.of(owner.file().pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /**
     * Waits until a share of the work is done: the first twentieth is reading files, the last what follows when all
     * passages have been read.
     */
    private static void await(OwnerClient owner, String job, double share) {
        double files = share / EDGE;
        double passages = (share - EDGE) / (1 - 2 * EDGE);
        for (Iterator<JsonNode> events = owner.events(job); events.hasNext(); ) {
            JsonNode event = events.next();
            String text = event.path("text").asText();
            double done = event.path("done").asDouble()
                    / Math.max(1, event.path("total").asDouble());
            boolean reached = switch (event.path("type").asText()) {
                case "count" -> text.equals("files") ? done >= files : done >= passages && passages < 1;
                case "stage" -> (text.equals("relate") && files < 1) || text.equals("resolve");
                default -> false;
            };
            if (reached) {
                return;
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Who.USER, "interrupted", e);
        }
    }
}
