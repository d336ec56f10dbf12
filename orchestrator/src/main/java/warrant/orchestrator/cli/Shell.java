package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import warrant.orchestrator.config.Settings;

/** What every command has at hand: the options they share, where to print, the owner. */
final class Shell {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final int BEAT_SECONDS = 8;

    private final Main options;
    private final PrintWriter out;
    private final PrintWriter err;

    private Shell(Main options, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    static Shell of(CommandSpec spec) {
        return new Shell(
                (Main) spec.root().userObject(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    Settings settings() {
        Map<String, String> environment = environment();
        Path data = options.data();
        if (data != null) {
            environment.put("WARRANT_DATA", data.toAbsolutePath().toString());
        }
        return settings(environment);
    }

    /** @return the settings of an owner on another data folder than the one chosen */
    Settings settings(Path folder) {
        Map<String, String> environment = environment();
        environment.put("WARRANT_DATA", folder.toAbsolutePath().toString());
        return settings(environment);
    }

    private static Settings settings(Map<String, String> environment) {
        try {
            return Settings.from(environment);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Who.USER, String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (options.offline()) {
            environment.put("WARRANT_OFFLINE", "true");
        }
        return environment;
    }

    /** @return what --data names, if it was given */
    @Nullable Path data() {
        return options.data();
    }

    /** @return a client of the owner of the data folder, which is started if none runs */
    OwnerClient owner() {
        return OwnerProcess.connect(settings(), this::progress);
    }

    /** @return likewise, for work that needs no store and need not wait for it */
    OwnerClient ownerWithoutStore() {
        return OwnerProcess.connectWithoutStore(settings(), this::progress);
    }

    boolean wantsJson() {
        return options.json();
    }

    /** Prints JSON as it is where it was asked for. */
    boolean printedJson(JsonNode node) {
        if (!options.json()) {
            return false;
        }
        try {
            out.println(JSON.writeValueAsString(node));
        } catch (IOException e) {
            throw new Failure(Failure.Who.US, "cannot write JSON: " + e.getMessage(), e);
        }
        return true;
    }

    /** @return what the work gives; meanwhile somebody is told now and then what the owner is doing */
    <T> T beating(OwnerClient owner, Supplier<T> work) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(work);
        while (true) {
            try {
                return done.get(BEAT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                JsonNode notices = owner.get("/v1/status").path("notices");
                progress("  still at work"
                        + (notices.isEmpty()
                                ? ""
                                : ", last: " + notices.get(notices.size() - 1).asText()));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Failure failure
                        ? failure
                        : new Failure(Failure.Who.US, String.valueOf(e.getMessage()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure(Failure.Who.USER, "interrupted", e);
            }
        }
    }

    void print(String text) {
        out.println(text);
    }

    /** Tells how work goes on; never mixed into results. */
    void progress(String text) {
        err.println(text);
        err.flush();
    }
}
