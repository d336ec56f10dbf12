package warrant.rules.owl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Iris;
import warrant.rules.Condition.Pattern;
import warrant.rules.Rule;
import warrant.rules.language.RuleText;

/** What an ontology implies, as a file of rules that can be read by people and put into a matter. */
public final class RuleFile {
    private static final RuleText WORDS = new RuleText(Map.of("rdf", Iris.RDF, "rdfs", Iris.RDFS, "owl", Iris.OWL));

    private RuleFile() {}

    /**
     * @param about a line for its head
     * @return the rules; relations that they ask for and none concludes are declared, for no ontology need know them
     */
    public static String of(String about, List<Rule> rules) {
        Set<String> asked = new TreeSet<>();
        rules.forEach(rule -> rule.body().stream()
                .filter(Pattern.class::isInstance)
                .forEach(condition -> asked.add(((Pattern) condition).relation())));
        rules.forEach(rule -> rule.head().forEach(head -> asked.remove(head.relation())));
        asked.remove(Iris.TYPE);
        StringBuilder text = new StringBuilder("# ").append(about).append('\n');
        asked.forEach(relation ->
                text.append("abducible ").append(WORDS.relation(relation)).append('\n'));
        rules.forEach(rule -> text.append('\n').append(WORDS.of(rule)));
        return text.toString();
    }
}
