package warrant.orchestrator.eval.reasoning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import warrant.graph.Interval;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;

/** Triples that an item of a data set gives, as statements that hold on any day. */
public final class Given {
    private Given() {}

    /** @param item what gives them; the reason to believe them */
    public static List<Statement> of(String item, Collection<Triple> triples) {
        Origin origin = new Origin.Asserted("the data set", "given in " + item);
        List<Statement> statements = new ArrayList<>(triples.size());
        for (Triple triple : triples) {
            Support support = new Support(item + "#" + statements.size(), origin, Instant.EPOCH, null);
            statements.add(new Statement(triple, Interval.ALWAYS, List.of(support)));
        }
        return statements;
    }
}
