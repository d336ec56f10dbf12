package warrant.orchestrator.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be set, with its defaults. Every key is described in docs/operations.md.
 *
 * @param data the data folder
 * @param models folder of model files, shared by all data folders
 * @param offline whether nothing may be fetched
 * @param engine {@code drools}, {@code forward}, or {@code auto}: by the size of the matter
 * @param model the language model: a name of the catalogue, a file, a folder, a repository of the hub, or one of a
 *     server
 * @param precision {@code auto}, or in what numbers the model computes, such as {@code bf16} or {@code bf16+int4}
 * @param device {@code auto}, {@code cpu} or {@code cuda}
 * @param calibrated whether closed questions are answered above what the model would answer anyway
 * @param encoder what makes vectors of texts: {@link #ENCODER}, a folder, a repository of the hub, or one of a server
 * @param hub where repositories of models are
 * @param key what a server of models wants to see
 * @param offered a model file, or a folder of such, of the user's own
 * @param neo4j address of a Neo4j of the user's own; without it Warrant runs one itself
 * @param listen address on which the owner listens
 * @param port 0: any free one
 * @param hosts names besides loopback that requests may be addressed to
 * @param idle how long an owner that a command started waits for work before it ends; zero: for ever
 * @param author who asserts, where a command names nobody
 */
public record Settings(
        Path data,
        Path models,
        boolean offline,
        String engine,
        String model,
        String precision,
        String device,
        boolean calibrated,
        String encoder,
        URI hub,
        Optional<String> key,
        Optional<Path> offered,
        Optional<Neo4jAddress> neo4j,
        String listen,
        int port,
        Set<String> hosts,
        Duration idle,
        String author) {

    /** A Neo4j server that somebody else runs. */
    public record Neo4jAddress(String uri, String user, String password) {
        @Override
        public String toString() {
            return "Neo4jAddress[" + uri + ", " + user + ", ***]";
        }
    }

    /** The encoder that comes with Warrant. */
    public static final String ENCODER = "all-minilm-l6-v2";

    private static final String AUTO = "auto";
    private static final Set<String> ENGINES = Set.of("auto", "drools", "forward");
    private static final String IDLE_SECONDS = "600";

    public Settings {
        hosts = Set.copyOf(hosts);
        if (!ENGINES.contains(engine)) {
            throw new IllegalArgumentException(
                    "unknown engine '" + engine + "'. Maybe you mean 'auto', 'drools' or 'forward' (WARRANT_ENGINE).");
        }
    }

    /** Without what must not be seen. */
    @Override
    public String toString() {
        return "Settings[data=" + data + ", model=" + model + ", engine=" + engine + "]";
    }

    /**
     * Reads the settings.
     *
     * @param environment as of the process: WARRANT_DATA, WARRANT_MODEL_CACHE, WARRANT_MODELS, WARRANT_OFFLINE,
     *     WARRANT_ENGINE, WARRANT_MODEL, WARRANT_PRECISION, WARRANT_DEVICE, WARRANT_CALIBRATED, WARRANT_ENCODER,
     *     HF_ENDPOINT, WARRANT_API_KEY, WARRANT_NEO4J_URI, WARRANT_NEO4J_USER, WARRANT_NEO4J_PASSWORD, WARRANT_LISTEN,
     *     WARRANT_PORT, WARRANT_HOSTS, WARRANT_IDLE, WARRANT_AUTHOR, and XDG_DATA_HOME, HOME, USER
     */
    public static Settings from(Map<String, String> environment) {
        Path home = userData(environment);
        return new Settings(
                path(environment, "WARRANT_DATA", home),
                path(environment, "WARRANT_MODEL_CACHE", home.resolve("models")),
                truth(environment.getOrDefault("WARRANT_OFFLINE", "")),
                environment.getOrDefault("WARRANT_ENGINE", "auto"),
                environment.getOrDefault("WARRANT_MODEL", "qwen2.5-coder-1.5b"),
                optional(environment, "WARRANT_PRECISION").orElse(AUTO),
                optional(environment, "WARRANT_DEVICE").orElse(AUTO),
                truth(environment.getOrDefault("WARRANT_CALIBRATED", "")),
                optional(environment, "WARRANT_ENCODER").orElse(ENCODER),
                URI.create(optional(environment, "HF_ENDPOINT").orElse("https://huggingface.co")),
                optional(environment, "WARRANT_API_KEY"),
                optional(environment, "WARRANT_MODELS").map(Path::of),
                neo4j(environment),
                environment.getOrDefault("WARRANT_LISTEN", "127.0.0.1"),
                number("WARRANT_PORT", environment.getOrDefault("WARRANT_PORT", "0")),
                Set.of(environment.getOrDefault("WARRANT_HOSTS", "localhost").split(",")),
                Duration.ofSeconds(number("WARRANT_IDLE", environment.getOrDefault("WARRANT_IDLE", IDLE_SECONDS))),
                environment.getOrDefault("WARRANT_AUTHOR", environment.getOrDefault("USER", "unknown")));
    }

    private static Path userData(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base =
                xdg.startsWith("/") ? Path.of(xdg) : Path.of(environment.getOrDefault("HOME", "."), ".local", "share");
        return base.resolve("warrant");
    }

    private static Path path(Map<String, String> environment, String key, Path otherwise) {
        String value = environment.getOrDefault(key, "");
        return (value.isBlank() ? otherwise : Path.of(value)).toAbsolutePath().normalize();
    }

    private static boolean truth(String value) {
        return value.equalsIgnoreCase("true") || value.equals("1");
    }

    private static Optional<String> optional(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get(key)).filter(value -> !value.isBlank());
    }

    private static Optional<Neo4jAddress> neo4j(Map<String, String> environment) {
        return optional(environment, "WARRANT_NEO4J_URI")
                .map(uri -> new Neo4jAddress(
                        uri,
                        environment.getOrDefault("WARRANT_NEO4J_USER", "neo4j"),
                        environment.getOrDefault("WARRANT_NEO4J_PASSWORD", "")));
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " must be a whole number, but is '" + value + "'", e);
        }
    }
}
