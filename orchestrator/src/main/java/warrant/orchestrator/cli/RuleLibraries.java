package warrant.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.graph.Triple;
import warrant.graph.rdf.RdfException;
import warrant.graph.rdf.RdfTriples;
import warrant.rules.Rule;
import warrant.rules.language.Library;
import warrant.rules.language.SourceText;
import warrant.rules.owl.OwlRules;
import warrant.rules.owl.RdfsRules;
import warrant.rules.owl.RuleFile;

/** Rules that ship with Warrant. */
@Command(
        name = "library",
        description = "lists the rule libraries, prints one, or puts it and its tests into a folder of rules")
final class RuleLibraries implements Callable<Integer> {
    private static final Map<String, Function<List<Triple>, List<Rule>>> IMPLIED =
            new TreeMap<>(Map.of("owl2rl", OwlRules::of, "rdfs", RdfsRules::of));

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "a library (default: a list of all)")
    private @Nullable String name;

    @Option(names = "--to", paramLabel = "DIR", description = "the rules folder of a matter; existing files are kept")
    private @Nullable Path folder;

    @Option(names = "--of", paramLabel = "FILE", description = "the ontology whose rules rdfs and owl2rl write out")
    private @Nullable Path ontology;

    @Override
    public Integer call() {
        Shell shell = Shell.of(spec);
        String wanted = name;
        if (wanted == null) {
            Library.all().forEach(each -> show(shell, each.name(), each.about()));
            IMPLIED.forEach((implied, rules) -> show(shell, implied, "what an ontology implies; with --of FILE"));
            return 0;
        }
        if (IMPLIED.containsKey(wanted)) {
            implied(shell, wanted);
            return 0;
        }
        Library library = Library.of(wanted)
                .orElseThrow(() -> new Failure(
                        Failure.Who.USER,
                        "there is no library " + wanted
                                + Library.nearest(wanted)
                                        .map(near -> ". Maybe " + near)
                                        .orElse("")));
        Path into = folder;
        if (into == null) {
            shell.print(library.rules().text());
            return 0;
        }
        put(shell, into, library.rules());
        put(shell, into, library.tests());
        return 0;
    }

    private static void show(Shell shell, String name, String about) {
        shell.print(String.format("%-12s%s", name, about));
    }

    /** Writes out what an ontology stands for: rules name their relations, so there are none without one. */
    private void implied(Shell shell, String wanted) {
        Path file = ontology;
        if (file == null) {
            throw new Failure(Failure.Who.USER, wanted + " is made from an ontology: --of FILE names it");
        }
        List<Rule> rules = Objects.requireNonNull(IMPLIED.get(wanted)).apply(triples(file));
        String text = RuleFile.of(wanted + " for " + file.getFileName(), rules);
        Path into = folder;
        RuleSharing.deliver(shell, into == null ? null : into.resolve(wanted + ".rules"), text);
    }

    private static List<Triple> triples(Path file) {
        try {
            return RdfTriples.read(file, "urn:imported:");
        } catch (RdfException e) {
            throw new Failure(Failure.Who.USER, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void put(Shell shell, Path folder, SourceText source) {
        Path file = folder.resolve(source.name());
        if (!Files.isDirectory(folder)) {
            throw new Failure(Failure.Who.USER, "there is no folder " + folder);
        }
        if (Files.exists(file)) {
            throw new Failure(Failure.Who.USER, file + " is there already; it is kept as it is");
        }
        TextFiles.write(file, source.text());
        shell.print("wrote " + file);
    }
}
