package warrant.rules.justify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Statement;
import warrant.rules.Deduction.Preference;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.match.Fact;

/**
 * Who wins among clashing conclusions: the grounded labelling of Dung (1995), where one argument attacks another if
 * they clash and the other is not preferred to it. What is not attacked stands; what is attacked by what stands falls;
 * the rest is in conflict.
 *
 * @param held what stands
 * @param losses what fell
 * @param ties what nothing settles
 */
record Settlement(List<Conclusion> held, List<Loss> losses, List<List<Argument>> ties) {

    /** An argument that fell, and what stands against it. */
    record Loss(Argument loser, List<Win> wins) {}

    /** An argument that stands, and why it is preferred. */
    record Win(Argument winner, Preference preference) {}

    static Settlement of(Collection<Node> nodes, Clashes clashes) {
        Map<Entity, List<Node>> bySubject = new LinkedHashMap<>();
        for (Node node : nodes) {
            bySubject
                    .computeIfAbsent(node.fact.triple().subject(), s -> new ArrayList<>())
                    .add(node);
        }
        Settlement all = new Settlement(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        bySubject.values().forEach(same -> new Labelling(same, clashes).into(all));
        return all;
    }

    private enum Label {
        IN,
        OUT,
        OPEN
    }

    /** The arguments about one subject. */
    private static final class Labelling {
        private final List<Node> nodes;
        private final Clashes clashes;
        private final List<Argument> arguments = new ArrayList<>();
        private final List<List<Integer>> clashing = new ArrayList<>();
        private final List<Label> labels = new ArrayList<>();

        Labelling(List<Node> nodes, Clashes clashes) {
            this.nodes = nodes;
            this.clashes = clashes;
            nodes.forEach(node -> arguments.addAll(node.arguments()));
            for (int i = 0; i < arguments.size(); i++) {
                clashing.add(new ArrayList<>());
                labels.add(Label.OPEN);
                for (int j = 0; j < i; j++) {
                    if (clashes.clash(arguments.get(i), arguments.get(j))) {
                        clashing.get(i).add(j);
                        clashing.get(j).add(i);
                    }
                }
            }
            while (round()) {
                // until nothing changes
            }
        }

        private boolean round() {
            boolean changed = false;
            for (int i = 0; i < arguments.size(); i++) {
                if (labels.get(i) == Label.OPEN) {
                    Label label = label(i);
                    labels.set(i, label);
                    changed |= label != Label.OPEN;
                }
            }
            return changed;
        }

        private Label label(int i) {
            boolean free = true;
            for (int attacker : clashing.get(i)) {
                if (preference(i, attacker) == null && labels.get(attacker) != Label.OUT) {
                    if (labels.get(attacker) == Label.IN) {
                        return Label.OUT;
                    }
                    free = false;
                }
            }
            return free ? Label.IN : Label.OPEN;
        }

        private @Nullable Preference preference(int one, int other) {
            return clashes.preferred(arguments.get(one), arguments.get(other));
        }

        void into(Settlement all) {
            Map<Fact, List<Integer>> standing = new LinkedHashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                Argument argument = arguments.get(i);
                switch (labels.get(i)) {
                    case IN ->
                        standing.computeIfAbsent(argument.fact(), f -> new ArrayList<>())
                                .add(i);
                    case OUT -> all.losses.add(new Loss(argument, wins(i)));
                    case OPEN -> {}
                }
            }
            standing.values().forEach(same -> all.held.add(conclusion(same)));
            ties().forEach(all.ties::add);
        }

        private List<Win> wins(int loser) {
            List<Win> wins = new ArrayList<>();
            for (int other : clashing.get(loser)) {
                Preference preference = preference(other, loser);
                if (labels.get(other) == Label.IN && preference != null) {
                    wins.add(new Win(arguments.get(other), preference));
                }
            }
            return wins;
        }

        private Conclusion conclusion(List<Integer> same) {
            List<Statement> statements = new ArrayList<>();
            List<Derivation> derivations = new ArrayList<>();
            Map<String, List<Proof.Rival>> rivals = new TreeMap<>();
            for (int i : same) {
                Argument argument = arguments.get(i);
                statements.addAll(argument.statements());
                derivations.addAll(argument.derivations());
                Rule rule = argument.rule();
                if (rule != null) {
                    rivals.put(rule.id(), rivals(i));
                }
            }
            Fact fact = arguments.get(same.getFirst()).fact();
            long dropped = nodes.stream()
                    .filter(node -> node.fact.equals(fact))
                    .mapToLong(node -> node.dropped)
                    .sum();
            return new Conclusion(fact, statements, derivations, rivals, dropped);
        }

        /** @return what clashes with a standing argument, with what each lost to: this argument, if to it */
        private List<Proof.Rival> rivals(int standing) {
            List<Proof.Rival> rivals = new ArrayList<>();
            for (int other : clashing.get(standing)) {
                Argument loser = arguments.get(other);
                Preference own = preference(standing, other);
                if (own != null) {
                    rivals.add(rival(loser, new Win(arguments.get(standing), own)));
                } else {
                    wins(other).stream().findFirst().ifPresent(win -> rivals.add(rival(loser, win)));
                }
            }
            return List.copyOf(rivals);
        }

        private static Proof.Rival rival(Argument loser, Win win) {
            return new Proof.Rival(
                    loser.fact().triple(),
                    loser.rule(),
                    win.preference(),
                    win.winner().rule());
        }

        /** @return arguments without an outcome, those that clash together */
        private List<List<Argument>> ties() {
            List<List<Argument>> ties = new ArrayList<>();
            Set<Integer> seen = new LinkedHashSet<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (labels.get(i) == Label.OPEN && !seen.contains(i)) {
                    Set<Integer> tie = new LinkedHashSet<>();
                    gather(i, tie);
                    seen.addAll(tie);
                    ties.add(tie.stream().sorted().map(arguments::get).toList());
                }
            }
            return ties;
        }

        private void gather(int first, Set<Integer> tie) {
            Deque<Integer> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                int next = open.remove();
                if (tie.add(next)) {
                    clashing.get(next).stream()
                            .filter(other -> labels.get(other) == Label.OPEN)
                            .forEach(open::add);
                }
            }
        }
    }
}
