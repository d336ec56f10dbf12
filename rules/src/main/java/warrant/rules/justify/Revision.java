package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;

/**
 * Retraction within one component by its stored derivations: delete and re-derive (Gupta, Mumick and Subrahmanian 1993)
 * over the recorded justifications, so that no rule is matched again. Whatever rests on something that went is set
 * aside; what of it still has a derivation from what is left comes back; the rest is dead. Conclusions that only
 * support each other fall together.
 */
final class Revision {
    private final Map<Fact, Node> nodes;
    private final Uses uses;
    private final LocalDate day;
    private final Set<Fact> away;
    private final Set<Node> aside = new LinkedHashSet<>();
    private final Set<Node> touched = new LinkedHashSet<>();

    /** Which nodes have a derivation that rests on a fact of the same day. */
    static final class Uses {
        private final Map<Fact, List<Node>> nodes = new HashMap<>();

        static Uses of(Collection<Node> all) {
            Uses uses = new Uses();
            all.forEach(node -> node.derivations.forEach(derivation -> uses.add(node, derivation)));
            return uses;
        }

        void add(Node node, Derivation derivation) {
            for (Evidence premise : derivation.premises()) {
                if (premise instanceof Evidence.Found(Fact fact, var day)) {
                    nodes.computeIfAbsent(fact, f -> new ArrayList<>(2)).add(node);
                }
            }
        }
    }

    /**
     * @param gone facts of other components that hold no more
     * @param unstated nodes that statements no longer support
     */
    Revision(Map<Fact, Node> nodes, Uses uses, LocalDate day, Set<Fact> gone, Collection<Node> unstated) {
        this.nodes = nodes;
        this.uses = uses;
        this.day = day;
        this.away = new LinkedHashSet<>(gone);
        Deque<Fact> open = new ArrayDeque<>(gone);
        unstated.forEach(node -> setAside(node, open));
        while (!open.isEmpty()) {
            for (Node user : uses.nodes.getOrDefault(open.remove(), List.of())) {
                if (nodes.get(user.fact) == user) {
                    touched.add(user);
                    if (user.statements.isEmpty()) {
                        setAside(user, open);
                    }
                }
            }
        }
        deriveAgain();
    }

    private void setAside(Node node, Deque<Fact> open) {
        if (aside.add(node)) {
            touched.add(node);
            away.add(node.fact);
            open.add(node.fact);
        }
    }

    /** A derivation that waits for some of its premises to come back. */
    private static final class Waiting {
        final Node node;
        int missing;

        Waiting(Node node) {
            this.node = node;
        }
    }

    private void deriveAgain() {
        Map<Fact, List<Waiting>> waiting = new HashMap<>();
        Deque<Node> back = new ArrayDeque<>();
        for (Node node : aside) {
            for (Derivation derivation : node.derivations) {
                Waiting one = new Waiting(node);
                for (Fact premise : premises(derivation)) {
                    if (away.contains(premise)) {
                        one.missing++;
                        waiting.computeIfAbsent(premise, f -> new ArrayList<>()).add(one);
                    }
                }
                if (one.missing == 0) {
                    back.add(node);
                    break;
                }
            }
        }
        while (!back.isEmpty()) {
            Node node = back.remove();
            if (aside.remove(node)) {
                away.remove(node.fact);
                for (Waiting one : waiting.getOrDefault(node.fact, List.of())) {
                    if (--one.missing == 0) {
                        back.add(one.node);
                    }
                }
            }
        }
    }

    private List<Fact> premises(Derivation derivation) {
        List<Fact> facts = new ArrayList<>();
        for (Evidence premise : derivation.premises()) {
            if (premise instanceof Evidence.Found(Fact fact, LocalDate of) && of.equals(day)) {
                facts.add(fact);
            }
        }
        return facts;
    }

    /** @return whether derivations that were not kept could matter: then the component must be matched again */
    boolean isBeyond() {
        return touched.stream().anyMatch(node -> node.dropped > 0);
    }

    /** @return the nodes that nothing supports any more; they and all derivations from what is away are removed */
    Set<Node> apply() {
        for (Node node : aside) {
            nodes.remove(node.fact);
        }
        for (Node node : touched) {
            node.derivations.removeIf(
                    derivation -> premises(derivation).stream().anyMatch(away::contains));
        }
        away.forEach(uses.nodes::remove);
        return aside;
    }
}
