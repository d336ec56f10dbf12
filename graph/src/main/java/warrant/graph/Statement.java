package warrant.graph;

import java.util.List;

/**
 * A triple, the days on which it holds, and why it is believed.
 *
 * @param supports open ones, or, when history was asked for, closed ones too; never empty
 */
public record Statement(Triple triple, Interval valid, List<Support> supports) {
    public Statement {
        supports = List.copyOf(supports);
        if (supports.isEmpty()) {
            throw new IllegalArgumentException("a statement without support: " + triple);
        }
    }
}
