package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.rules.match.Fact;

/**
 * Brings a world to what the ledger says, component by component, those read first. Where only statements and facts
 * that must hold came or went, what rests on them is revised by the stored derivations ({@link Revision}) and what came
 * is matched; where something negated, aggregated, settled or of another day is concerned, the component is matched
 * anew.
 */
final class Upkeep {
    private final World world;
    private final Program program;
    private final Ledger ledger;
    private final LocalDate day;
    private final List<State> states;

    Upkeep(World world, Program program, Ledger ledger) {
        this.world = world;
        this.program = program;
        this.ledger = ledger;
        this.day = world.day();
        this.states = world.states();
    }

    /**
     * Brings everything to what the ledger now says.
     *
     * @param changed statements that came or went, valid on this day or not
     */
    void update(Collection<Statement> changed, boolean labels) {
        Map<Fact, List<Statement>> columns = new LinkedHashMap<>();
        Map<Integer, Map<Fact, List<Statement>>> stated = new HashMap<>();
        for (Statement statement : changed) {
            Fact fact = Fact.of(statement.triple());
            Component component = program.componentOf(Reading.key(statement.triple()));
            int id = component == null ? -1 : component.id();
            Map<Fact, List<Statement>> some =
                    world.inColumns(id) ? columns : stated.computeIfAbsent(id, c -> new LinkedHashMap<>());
            some.computeIfAbsent(fact, f -> new ArrayList<>()).add(statement);
        }
        boolean torn = states.stream().anyMatch(state -> state.cut != null);
        Map<Integer, Change> changes = world.updateColumns(columns, torn);
        for (Component component : program.components()) {
            if (!world.inColumns(component.id())) {
                update(component, stated.getOrDefault(component.id(), Map.of()), changes, torn, labels);
            }
        }
    }

    private void update(
            Component component,
            Map<Fact, List<Statement>> own,
            Map<Integer, Change> changes,
            boolean torn,
            boolean labels) {
        Change read = read(component.plain(), changes);
        boolean named = labels
                && component.clauses().stream()
                        .anyMatch(clause -> !clause.labels().isEmpty());
        boolean again = torn
                || named
                || component.strict().stream().anyMatch(changes::containsKey)
                || world.inherited(component) != null
                || !component.otherDays().isEmpty();
        if (again || !own.isEmpty() || !read.isNothing()) {
            Change change = again || component.clashing() ? null : revise(component, own, read);
            Change seen = change == null ? reevaluate(component) : change;
            if (!seen.isNothing()) {
                changes.computeIfAbsent(component.id(), c -> new Change()).addAll(seen);
            }
        }
    }

    private static Change read(Set<Integer> ids, Map<Integer, Change> changes) {
        Change read = new Change();
        for (int id : ids) {
            Change change = changes.get(id);
            if (change != null) {
                read.addAll(change);
            }
        }
        return read;
    }

    /** @return what readers see changed; null where the component must be matched again */
    private @Nullable Change revise(Component component, Map<Fact, List<Statement>> stated, Change read) {
        State state = states.get(component.id());
        Change change = new Change();
        state.takeFresh();
        List<Node> unstated = new ArrayList<>();
        for (Map.Entry<Fact, List<Statement>> each : stated.entrySet()) {
            Node known = state.nodes.get(each.getKey());
            List<Statement> now = ledger.restated(known == null ? List.of() : known.statements, each.getValue(), day);
            if (known == null && !now.isEmpty()) {
                known = new Node(Fact.of(now.getFirst().triple()), now);
                state.nodes.put(known.fact, known);
                world.hold(known.fact);
                change.come().add(known.fact);
            } else if (known != null && rewritten(known, now)) {
                return null;
            } else if (known != null) {
                boolean lost = now.isEmpty() && !known.statements.isEmpty();
                known.statements = now;
                if (lost) {
                    unstated.add(known);
                }
            }
        }
        return retract(state, read, unstated, change) ? derive(component, state, change) : null;
    }

    /** @return whether the fact may be shown written otherwise: as a rule writes its value, where nothing states it */
    private static boolean rewritten(Node node, List<Statement> now) {
        return now.isEmpty()
                ? !node.statements.isEmpty()
                        && !node.derivations.isEmpty()
                        && node.fact.triple().object() instanceof Literal
                : !node.fact.triple().equals(now.getFirst().triple());
    }

    /** @return whether it could be done without matching */
    private boolean retract(State state, Change read, List<Node> unstated, Change change) {
        if (read.gone().isEmpty() && unstated.isEmpty()) {
            return true;
        }
        Revision.Uses uses = state.uses == null ? Revision.Uses.of(state.nodes.values()) : state.uses;
        state.uses = uses;
        Revision revision = new Revision(state.nodes, uses, day, read.gone(), unstated);
        if (revision.isBeyond()) {
            return false;
        }
        for (Node dead : revision.apply()) {
            world.release(dead.fact);
            change.gone().add(dead.fact);
        }
        return true;
    }

    private Change derive(Component component, State state, Change change) {
        world.fire(component, state);
        state.takeFresh().forEach(node -> change.come().add(node.fact));
        return change;
    }

    /** @return what readers see changed: everything, where something was cut before or is now */
    private Change reevaluate(Component component) {
        State old = states.get(component.id());
        Set<Fact> visible = new LinkedHashSet<>(old.held());
        visible.forEach(world::release);
        world.replace(component);
        State state = states.get(component.id());
        Map<Fact, String> before = triples(old);
        Map<Fact, String> after = triples(state);
        boolean all = old.cut != null || state.cut != null;
        Change change = new Change();
        before.forEach((fact, text) -> {
            if (all || !text.equals(after.get(fact))) {
                change.gone().add(fact);
            }
        });
        after.forEach((fact, text) -> {
            if (all || !text.equals(before.get(fact))) {
                change.come().add(fact);
            }
        });
        return change;
    }

    private static Map<Fact, String> triples(State state) {
        Map<Fact, String> triples = new HashMap<>();
        state.held().forEach(fact -> triples.put(fact, fact.triple().toString()));
        return triples;
    }
}
