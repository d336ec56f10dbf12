package warrant.orchestrator.cli;

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
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.RuleText;

/** Rules from and for other programs. Both need the files alone. */
final class RuleSharing {
    private RuleSharing() {}

    /** Prints a text, or writes it into a file that is not there yet. */
    static void deliver(Shell shell, @Nullable Path to, String text) {
        if (to == null) {
            shell.print(text);
        } else if (Files.exists(to)) {
            throw new Failure(Failure.Who.USER, to + " is there already; it is kept as it is");
        } else {
            TextFiles.write(to, text);
            shell.print("wrote " + to);
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
            String text = TextFiles.read(source);
            try {
                return switch (format) {
                    case "jena" -> JenaReading.of(source.toString(), text);
                    case "swrl" -> SwrlReading.of(source.toString(), text, namespace);
                    default ->
                        throw new Failure(Failure.Who.USER, "unknown format " + format + ". Maybe 'jena' or 'swrl'");
                };
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
