package warrant.orchestrator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterRules;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleException;
import warrant.rules.foreign.JenaReading;
import warrant.rules.foreign.JenaText;
import warrant.rules.foreign.LegalRuleMl;
import warrant.rules.foreign.SwrlReading;
import warrant.rules.language.Library;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.RuleText;
import warrant.rules.language.SourceText;

/** Rules from libraries, rules from and for other programs. All need the files alone. */
final class RuleSharing {
    private RuleSharing() {}

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot write " + file + ": " + e.getMessage());
        }
    }

    /** Prints a text, or writes it into a file that is not there yet. */
    private static void deliver(Shell shell, @Nullable Path to, String text) {
        if (to == null) {
            shell.print(text);
        } else if (Files.exists(to)) {
            throw new Failure(Failure.Who.USER, to + " is there already; it is kept as it is");
        } else {
            write(to, text);
            shell.print("wrote " + to);
        }
    }

    /** Rules that ship with Warrant. */
    @Command(
            name = "library",
            description = "lists the rule libraries, prints one, or puts it and its tests into a folder of rules")
    static final class Libraries implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "0..1", paramLabel = "NAME", description = "a library (default: a list of all)")
        private @Nullable String name;

        @Option(
                names = "--to",
                paramLabel = "DIR",
                description = "the rules folder of a matter; existing files are kept")
        private @Nullable Path folder;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            String wanted = name;
            if (wanted == null) {
                Library.all().forEach(each -> shell.print(String.format("%-12s%s", each.name(), each.about())));
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

        private static void put(Shell shell, Path folder, SourceText source) {
            Path file = folder.resolve(source.name());
            if (!Files.isDirectory(folder)) {
                throw new Failure(Failure.Who.USER, "there is no folder " + folder);
            }
            if (Files.exists(file)) {
                throw new Failure(Failure.Who.USER, file + " is there already; it is kept as it is");
            }
            write(file, source.text());
            shell.print("wrote " + file);
        }
    }

    /** Rules from other programs. */
    @Command(name = "import", description = "writes rules of Jena or SWRL as a rule file; they cite nothing yet")
    static final class Import implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1", paramLabel = "FILE", description = "rules in the other syntax")
        private Path source = Path.of("");

        @Option(names = "--from", paramLabel = "FORMAT", required = true, description = "jena or swrl")
        private String format = "";

        @Option(
                names = "--namespace",
                paramLabel = "IRI",
                defaultValue = "urn:imported#",
                description = "of names without a prefix (default: urn:imported#)")
        private String namespace = "urn:imported#";

        @Option(names = "--to", paramLabel = "FILE", description = "where to (default: printed)")
        private @Nullable Path file;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            RuleText words = new RuleText(Map.of("", namespace));
            StringBuilder text = new StringBuilder("prefix : <" + namespace + ">\n");
            rules().forEach(rule -> text.append('\n').append(words.of(rule)));
            deliver(shell, file, text.toString());
            return 0;
        }

        private List<Rule> rules() {
            try {
                String text = Files.readString(source, StandardCharsets.UTF_8);
                return switch (format) {
                    case "jena" -> JenaReading.of(source.toString(), text);
                    case "swrl" -> SwrlReading.of(source.toString(), text, namespace);
                    default ->
                        throw new Failure(Failure.Who.USER, "unknown format " + format + ". Maybe 'jena' or 'swrl'");
                };
            } catch (IOException e) {
                throw new Failure(Failure.Who.USER, "cannot read " + source + " as UTF-8 text: " + e.getMessage());
            } catch (RuleException e) {
                throw new Failure(Failure.Who.USER, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Rules for other programs. */
    @Command(name = "export", description = "writes a matter's rules for other programs")
    static final class Export implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1", paramLabel = "DIR", description = "a matter's folder")
        private Path folder = Path.of("");

        @Option(
                names = "--as",
                paramLabel = "FORMAT",
                defaultValue = "legalruleml",
                description = "legalruleml or jena (default: legalruleml)")
        private String format = "legalruleml";

        @Option(names = "--to", paramLabel = "FILE", description = "where to (default: printed)")
        private @Nullable Path file;

        @Override
        public Integer call() {
            Shell shell = Shell.of(spec);
            MatterRules rules = MatterRules.read(MatterFolder.read(folder));
            String text = switch (format) {
                case "legalruleml" ->
                    LegalRuleMl.of(
                            rules.ruleBase(), new RuleText(RuleLanguage.prefixes(rules.sources(), rules.ontology())));
                case "jena" -> jena(shell, rules.ruleBase());
                default ->
                    throw new Failure(Failure.Who.USER, "unknown format " + format + ". Maybe 'legalruleml' or 'jena'");
            };
            deliver(shell, file, text);
            return 0;
        }

        private static String jena(Shell shell, RuleBase rules) {
            StringBuilder text = new StringBuilder();
            for (Rule rule : rules.rules()) {
                Optional<String> written = JenaText.of(rule);
                written.ifPresent(one -> text.append(one).append('\n'));
                if (written.isEmpty()) {
                    shell.progress("rule " + rule.id() + " says what Jena's rules cannot say, and is left out");
                }
            }
            return text.toString();
        }
    }
}
