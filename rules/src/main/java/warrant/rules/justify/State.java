package warrant.rules.justify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.rules.match.Fact;

/** A component as evaluated. */
final class State {
    final Map<Fact, Node> nodes = new LinkedHashMap<>();
    /** What was settled; null where nothing can clash, and every node holds. */
    final @Nullable Map<Fact, Conclusion> settled;

    final List<Settlement.Loss> losses = new ArrayList<>();
    final List<List<Argument>> ties = new ArrayList<>();

    @Nullable String cut;

    /** Made when first something goes. */
    Revision.@Nullable Uses uses;

    /** Nodes that rules concluded since {@link #takeFresh} was last called. */
    List<Node> fresh = new ArrayList<>();

    State(Component component) {
        settled = component.clashing() ? new LinkedHashMap<>() : null;
    }

    /** @return the nodes that came since this was last asked */
    List<Node> takeFresh() {
        List<Node> taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    Set<Fact> held() {
        return settled == null ? nodes.keySet() : settled.keySet();
    }

    /** @return why something holds; null if it does not */
    @Nullable Conclusion held(Fact fact) {
        Node node = nodes.get(fact);
        return settled != null ? settled.get(fact) : node == null ? null : Conclusion.of(node);
    }
}
