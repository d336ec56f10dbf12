package warrant.rules.owl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import warrant.rules.Condition;
import warrant.rules.Condition.Pattern;
import warrant.rules.Rule;

/** Rules as they are made, each once. */
final class MadeRules implements SchemaRules.To {
    private final String prefix;
    private final String standard;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<List<Object>> made = new LinkedHashSet<>();

    /**
     * @param prefix of their ids
     * @param standard what their labels begin with
     */
    MadeRules(String prefix, String standard) {
        this.prefix = prefix;
        this.standard = standard;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** Adds a rule, if it is new and does not conclude what it asks for. */
    @Override
    public void add(String name, List<Condition> body, Rule.Head head) {
        boolean itself = body.size() == 1
                && body.getFirst() instanceof Pattern pattern
                && pattern.subject().equals(head.subject())
                && pattern.relation().equals(head.relation())
                && pattern.object().equals(head.object());
        if (itself || !made.add(List.of(body, head))) {
            return;
        }
        rules.add(Rule.plain(
                prefix + "-" + name + "-" + (rules.size() + 1),
                standard + ", " + name,
                body,
                List.of(head),
                "ontology"));
    }
}
