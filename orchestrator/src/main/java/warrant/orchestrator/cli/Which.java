package warrant.orchestrator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which matter, mixed into every command that works on one. */
final class Which {
    @Option(names = "--matter", paramLabel = "NAME", description = "the matter (default: the one in use)")
    @Nullable String matter;

    /** @return the path of a request about it */
    String in(String path) {
        return in(path, matter);
    }

    /** @return the path of a request about a matter; null: the one in use */
    static String in(String path, @Nullable String matter) {
        return matter == null ? path : path + (path.contains("?") ? "&" : "?") + "matter=" + OwnerClient.encode(matter);
    }
}
