package warrant.orchestrator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warrant.orchestrator.bench.RuleSpeed;
import warrant.orchestrator.bench.RuleSpeed.Figure;
import warrant.orchestrator.desk.Engines;
import warrant.rules.RuleEngine;

/** Measures deduction, in this process. */
@Command(
        name = "rules",
        description = "measures deduction over generated data in this process: closure, memory, changes, proofs, paths")
final class RuleBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--triples", paramLabel = "N", defaultValue = "100000", description = "asserted (default: 100000)")
    private int triples;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "best of so many (default: 5)")
    private int rounds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the data (default: 1)")
    private long seed;

    @Option(names = "--engine", paramLabel = "NAME", description = "drools or forward (default: both)")
    private List<String> engines = List.of("forward", "drools");

    @Option(names = "--peer", description = "Jena's rule engines over the same data in the same run")
    private boolean peer;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        List<RuleEngine> chosen = new ArrayList<>();
        engines.forEach(name -> chosen.add(Engines.of(name)));
        List<Figure> figures = new RuleSpeed(chosen, triples, rounds, seed, shell::progress).run(peer);
        Figures.print(shell, figures);
        return 0;
    }
}
