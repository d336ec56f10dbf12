package warrant.orchestrator.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands here for the help only: the launcher runs the tests itself, since they build what runs here. */
@Command(name = "test", description = "runs all tests, those with Neo4j and the default model included")
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "MAVEN_OPTION", description = "passed on to Maven")
    private List<String> options = List.of();

    @Override
    public Integer call() {
        throw new Failure(
                Failure.Who.USER,
                "'test' must be the first word of the command: warrant test " + String.join(" ", options));
    }
}
