package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.config.Settings;
import warrant.orchestrator.owner.OwnerFile;

/** Finds the owner of a data folder, starts one where none runs, and ends one. */
final class OwnerProcess {
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;
    private static final int POLL_MILLIS = 100;
    private static final int HEARTBEAT = 80;
    /** Code with which an owner ends that finds the folder owned. */
    private static final int OWNED = 11;

    private OwnerProcess() {}

    /** @return a client of the owner that runs, if one does */
    static Optional<OwnerClient> find(Settings settings) {
        return OwnerFile.read(new DataFolder(settings.data()).owner())
                .map(OwnerClient::new)
                .filter(OwnerClient::isAlive);
    }

    /** @return a client of an owner of this build whose store is ready */
    static OwnerClient connect(Settings settings, Consumer<String> tell) {
        OwnerClient client = connectWithoutStore(settings, tell);
        awaitStore(client, tell);
        return client;
    }

    static OwnerClient connectWithoutStore(Settings settings, Consumer<String> tell) {
        Optional<OwnerClient> running = find(settings);
        if (running.isPresent() && isOfOtherBuild(running.get())) {
            replace(settings, running.get(), tell);
            running = Optional.empty();
        }
        return running.orElseGet(() -> start(settings, tell));
    }

    private static boolean isOfOtherBuild(OwnerClient client) {
        String build = System.getProperty("warrant.build", "");
        return !build.isEmpty() && !client.file().build().equals(build);
    }

    private static void replace(Settings settings, OwnerClient old, Consumer<String> tell) {
        if (!old.get("/v1/status").path("idle").asBoolean()) {
            throw new Failure(
                    Failure.Who.USER,
                    "an owner of an earlier build is at work on " + settings.data()
                            + "; wait for it, or end it with: warrant stop");
        }
        tell.accept("warrant: replacing the owner of an earlier build");
        stop(settings, old);
    }

    private static OwnerClient start(Settings settings, Consumer<String> tell) {
        DataFolder folder = new DataFolder(settings.data());
        tell.accept("warrant: starting the owner of " + settings.data());
        Process process = spawn(settings, folder);
        for (int polls = 0; polls < START_SECONDS * 1000 / POLL_MILLIS; polls++) {
            Optional<OwnerClient> client = find(settings);
            if (client.isPresent()) {
                return client.get();
            }
            if (!process.isAlive() && process.exitValue() != OWNED) {
                throw new Failure(Failure.Who.UPSTREAM, "the owner ended at once: " + lastLine(folder.ownerLog()));
            }
            pause();
            beat(polls, "warrant: waiting for the owner", tell);
        }
        throw new Failure(
                Failure.Who.UPSTREAM,
                "the owner of " + settings.data() + " does not answer; its log is " + folder.ownerLog());
    }

    private static Process spawn(Settings settings, DataFolder folder) {
        try {
            Files.createDirectories(folder.root());
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.ownerLog().toFile()));
            environment(builder.environment(), settings);
            return builder.start();
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot start an owner of " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    /** Runs an owner in the foreground until it ends. */
    static int serve(Settings settings) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command()).inheritIO();
            environment(builder.environment(), settings);
            builder.environment().put("WARRANT_IDLE", "0");
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process.waitFor();
        } catch (IOException e) {
            throw new Failure(Failure.Who.UPSTREAM, "cannot start the owner: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command() {
        String app = System.getProperty("warrant.app", "");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx" + System.getProperty("warrant.heap", "1500m"),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dwarrant.build=" + System.getProperty("warrant.build", ""),
                "-Dwarrant.home=" + System.getProperty("warrant.home", ""),
                "-jar",
                Path.of(app, "quarkus-run.jar").toString());
    }

    private static void environment(Map<String, String> environment, Settings settings) {
        environment.put("WARRANT_DATA", settings.data().toString());
        environment.put("OMP_WAIT_POLICY", "passive");
        environment.put("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "65536");
        if (settings.offline()) {
            environment.put("WARRANT_OFFLINE", "true");
        }
    }

    private static void awaitStore(OwnerClient client, Consumer<String> tell) {
        String told = "";
        for (int polls = 0; ; polls++) {
            JsonNode status = client.get("/v1/status");
            String state = status.path("store").asText();
            if (!state.equals("starting")) {
                return;
            }
            JsonNode notices = status.path("notices");
            String latest =
                    notices.isEmpty() ? "" : notices.get(notices.size() - 1).asText();
            if (!latest.equals(told)) {
                tell.accept("warrant: " + latest);
                told = latest;
            }
            beat(polls, "warrant: waiting for Neo4j", tell);
            pause();
        }
    }

    /** Ends an owner and waits until its folder is free. */
    static void stop(Settings settings, OwnerClient client) {
        long pid = client.file().pid();
        client.post("/v1/stop", Shell.JSON.createObjectNode());
        for (int polls = 0; polls < STOP_SECONDS * 1000 / POLL_MILLIS; polls++) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return;
            }
            pause();
        }
        throw new Failure(
                Failure.Who.USER,
                "the owner of " + settings.data() + " (process " + pid + ") does not end; end it with: kill " + pid);
    }

    private static void beat(int polls, String text, Consumer<String> tell) {
        if (polls % HEARTBEAT == HEARTBEAT - 1) {
            tell.accept(text);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (IOException e) {
            return "see " + log;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Who.USER, "interrupted", e);
        }
    }
}
