package warrant.rules.language;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.rules.RuleBase;

/**
 * What came of reading rules.
 *
 * @param rules null when there is an error
 * @param problems errors first, each group by file and place
 */
public record Parsed(@Nullable RuleBase rules, List<Problem> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }

    public Optional<RuleBase> ruleBase() {
        return Optional.ofNullable(rules);
    }

    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(p -> !p.isError()).toList();
    }
}
