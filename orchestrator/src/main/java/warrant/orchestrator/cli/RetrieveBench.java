package warrant.orchestrator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warrant.llm.encoder.MiniLm;
import warrant.orchestrator.bench.RetrieveSpeed;

/** Measures how passages are found, in this process. */
@Command(
        name = "retrieve",
        description = "measures how passages are found over generated ones: by words alone, by meaning, by names")
final class RetrieveBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--passages", paramLabel = "N", defaultValue = "2000", description = "how many (default: 2000)")
    private int passages;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the data (default: 1)")
    private long seed;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        try (MiniLm encoder = MiniLm.open(Math.max(1, Runtime.getRuntime().availableProcessors()))) {
            Figures.print(shell, new RetrieveSpeed(encoder, passages, seed, shell::progress).run());
        }
        return 0;
    }
}
