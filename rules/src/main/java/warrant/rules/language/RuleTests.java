package warrant.rules.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.language.grammar.RulesParser;

/** Reads {@code .tests} files. */
public final class RuleTests {
    /**
     * The tests that could be read, and what is wrong with the others.
     *
     * @param problems by file and place
     */
    public record Read(List<RuleTest> tests, List<Problem> problems) {
        public Read {
            tests = List.copyOf(tests);
            problems = List.copyOf(problems);
        }
    }

    private final RuleBase rules;
    private final Ontology ontology;
    private final MatterSettings settings;
    private final Problems problems = new Problems();
    private final Set<String> relations = new TreeSet<>(Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS));
    private final Set<String> ids = new HashSet<>();

    private RuleTests(RuleBase rules, Ontology ontology, MatterSettings settings) {
        this.rules = rules;
        this.ontology = ontology;
        this.settings = settings;
    }

    /** @param rules those that the tests are about */
    public static Read read(List<SourceText> files, RuleBase rules, Ontology ontology, MatterSettings settings) {
        RuleTests reading = new RuleTests(rules, ontology, settings);
        reading.know();
        List<RuleTest> tests = new ArrayList<>();
        files.forEach(file -> reading.read(file, tests));
        return new Read(tests, reading.problems.list());
    }

    private void know() {
        relations.addAll(ontology.relations().keySet());
        relations.addAll(rules.abducible());
        for (Rule rule : rules.rules()) {
            ids.add(rule.id());
            rule.head().forEach(head -> relations.add(head.relation()));
        }
    }

    private void read(SourceText file, List<RuleTest> into) {
        List<RulesParser.TestsItemContext> items = Syntax.tests(file, problems).read();
        Names names = new Names(ontology, file.name(), problems);
        items.stream().filter(i -> i.prefixDecl() != null).forEach(i -> names.declare(i.prefixDecl()));
        ValueReading values = new ValueReading(file.name(), names, settings.calendars(), problems);
        for (RulesParser.TestsItemContext item : items) {
            if (item.testDecl() != null) {
                int errors = problems.errors();
                RuleTest test = new TestReading(values, ontology, relations, ids).read(item.testDecl());
                if (problems.errors() == errors) {
                    into.add(test);
                }
            }
        }
    }
}
