package warrant.orchestrator.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warrant.graph.Store;
import warrant.graph.memory.MemoryStore;
import warrant.graph.neo4j.server.ManagedNeo4j;
import warrant.graph.neo4j.server.ServedStore;
import warrant.graph.neo4j.server.ServerSettings;
import warrant.orchestrator.bench.StoreSpeed;
import warrant.orchestrator.config.DataFolder;
import warrant.orchestrator.config.Settings;

/** Measures the store, Neo4j of its own in a fresh folder, in this process. */
@Command(name = "graph", description = "measures Neo4j as the store, beside the store in memory behind the same port")
final class GraphBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--statements",
            paramLabel = "N",
            defaultValue = "10000",
            description = "written and read (default: 10000)")
    private int statements;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        try (Scratch scratch = Scratch.make("bench");
                Store memory = new MemoryStore();
                Store neo4j = neo4j(shell, scratch.folder())) {
            Map<String, Store> measured = new LinkedHashMap<>();
            measured.put("memory", memory);
            measured.put("neo4j", neo4j);
            StoreSpeed speed = new StoreSpeed(statements, shell::progress);
            shell.progress("a round that is not counted");
            speed.run(measured);
            Figures.print(shell, speed.run(measured));
        }
        return 0;
    }

    private static Store neo4j(Shell shell, Path folder) {
        Settings settings = shell.settings();
        Path cache = settings.models().resolveSibling("neo4j-jars");
        shell.progress("starting Neo4j");
        return ServedStore.open(ManagedNeo4j.start(
                ServerSettings.of(new DataFolder(folder).neo4j(), cache, settings.offline()), shell::progress));
    }
}
