package warrant.orchestrator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import warrant.orchestrator.bench.HttpSpeed;
import warrant.orchestrator.bench.RuleSpeed.Figure;
import warrant.orchestrator.config.Settings;

/** Measures the service as a client sees it: a fresh owner with a matter that was read by rules alone. */
@Command(
        name = "http",
        description = "measures the REST service over a matter read by rules, beside a bare HTTP server")
final class HttpBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--folder", paramLabel = "DIR", description = "the matter's folder (default: the shipped one)")
    private Path folder = Path.of(System.getProperty("warrant.home", "."), "matters", "supply");

    @Option(names = "--requests", paramLabel = "N", defaultValue = "50", description = "of each kind (default: 50)")
    private int requests;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        try (Scratch scratch = Scratch.make("bench")) {
            Settings settings = shell.settings(scratch.folder());
            OwnerClient owner = OwnerProcess.connect(settings, shell::progress);
            try {
                String name = Matters.open(owner, folder, null);
                IngestCommand.run(shell, owner, name, "rules");
                Figures.print(shell, measured(shell, owner, "matter=" + OwnerClient.encode(name)));
            } finally {
                OwnerProcess.stop(settings, owner);
            }
        }
        return 0;
    }

    private List<Figure> measured(Shell shell, OwnerClient owner, String matter) {
        HttpSpeed speed = new HttpSpeed(requests);
        List<Figure> figures = new ArrayList<>();
        for (String path : List.of(
                "/v1/status", "/v1/rules?" + matter, "/v1/statements?limit=20&" + matter, "/v1/statements?" + matter)) {
            shell.progress("measuring " + path);
            figures.addAll(speed.of(path.replaceAll("[?&]matter=.*", ""), () -> owner.getText(path)));
        }
        return figures;
    }
}
