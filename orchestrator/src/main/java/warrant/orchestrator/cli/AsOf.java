package warrant.orchestrator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As of which day, mixed into every command whose answer depends on it. */
final class AsOf {
    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "the day it is about (default: the matter's, or today)")
    @Nullable String day;
}
