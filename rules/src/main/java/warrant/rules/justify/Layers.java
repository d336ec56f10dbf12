package warrant.rules.justify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import warrant.graph.Iris;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleException;
import warrant.rules.Wording;

/**
 * Orders keys so that each comes after all that it depends on (Tarjan 1972), and refuses what depends on itself through
 * a strict condition.
 */
final class Layers {
    private final Clashes clashes;
    private final Map<String, Set<String>> reads = new LinkedHashMap<>();
    private final List<Strict> stricts = new ArrayList<>();
    private final List<Strict> edges = new ArrayList<>();

    private record Strict(String reader, String read, String rule) {}

    Layers(Clashes clashes) {
        this.clashes = clashes;
        clashes.together()
                .forEach(keys -> keys.forEach(key ->
                        reads.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(keys)));
    }

    void add(Rule rule, List<List<Condition>> branches) {
        for (Rule.Head head : rule.head()) {
            String reader = Reading.key(head.relation(), head.object());
            node(reader);
            for (List<Condition> branch : branches) {
                Reading reading = Reading.of(branch);
                reading.plain().forEach(key -> edge(reader, key, clashes.mayClash(key), rule));
                reading.strict().forEach(key -> edge(reader, key, true, rule));
            }
        }
    }

    private Set<String> node(String key) {
        return reads.computeIfAbsent(key, k -> new LinkedHashSet<>());
    }

    private void edge(String reader, String read, boolean strict, Rule rule) {
        node(reader).add(read);
        node(read);
        Strict edge = new Strict(reader, read, rule.id());
        edges.add(edge);
        if (strict) {
            stricts.add(edge);
        }
    }

    /** @return sets of keys that depend on each other, each after those that it depends on */
    List<Set<String>> order() {
        types();
        List<Set<String>> order = new Tarjan().run();
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            for (String key : order.get(i)) {
                place.put(key, i);
            }
        }
        for (Strict strict : stricts) {
            int reader = place.getOrDefault(strict.reader(), -1);
            if (reader >= 0 && reader == place.getOrDefault(strict.read(), -2)) {
                throw new RuleException(cycle(order.get(reader), strict));
            }
        }
        return order;
    }

    /** A reader of one class also reads what concludes unnamed classes, and a reader of any class reads all. */
    private void types() {
        if (!reads.containsKey(Reading.ANY_TYPE)) {
            return;
        }
        List<String> classes = reads.keySet().stream()
                .filter(key -> key.startsWith(Iris.TYPE + " "))
                .toList();
        boolean concluded = !node(Reading.ANY_TYPE).isEmpty();
        for (Set<String> read : reads.values()) {
            if (read.contains(Reading.ANY_TYPE)) {
                read.addAll(classes);
            } else if (concluded && classes.stream().anyMatch(read::contains)) {
                read.add(Reading.ANY_TYPE);
            }
        }
        List<Strict> more = new ArrayList<>();
        for (Strict strict : stricts) {
            if (strict.read().equals(Reading.ANY_TYPE)) {
                classes.forEach(key -> more.add(new Strict(strict.reader(), key, strict.rule())));
            } else if (concluded && classes.contains(strict.read())) {
                more.add(new Strict(strict.reader(), Reading.ANY_TYPE, strict.rule()));
            }
        }
        stricts.addAll(more);
    }

    private String cycle(Set<String> keys, Strict strict) {
        Set<String> rules = new TreeSet<>();
        edges.stream()
                .filter(each -> keys.contains(each.reader()) && keys.contains(each.read()))
                .forEach(each -> rules.add(each.rule()));
        String relations = keys.stream().map(Wording::local).sorted().collect(Collectors.joining(", "));
        boolean one = rules.size() == 1;
        return (one ? "rule " : "rules ") + String.join(", ", rules) + (one ? " makes " : " make ") + relations
                + " depend on itself through a negation, an aggregate, another day or a clash: "
                + Wording.local(strict.reader()) + " must be settled after "
                + (strict.reader().equals(strict.read()) ? "itself" : Wording.local(strict.read()))
                + " (rule " + strict.rule() + ")" + wayBack(keys, strict);
    }

    /** @return how what is read comes back to its reader, shortest first, in words */
    private String wayBack(Set<String> keys, Strict strict) {
        Map<String, String> ways = new LinkedHashMap<>(Map.of(strict.read(), ""));
        Deque<String> open = new ArrayDeque<>(List.of(strict.read()));
        while (!open.isEmpty() && !ways.containsKey(strict.reader())) {
            String key = open.remove();
            for (String next : reads.getOrDefault(key, Set.of())) {
                if (keys.contains(next) && !ways.containsKey(next)) {
                    ways.put(next, ways.get(key) + hop(key, next));
                    open.add(next);
                }
            }
        }
        return ways.getOrDefault(strict.reader(), "");
    }

    private String hop(String from, String to) {
        return edges.stream()
                .filter(edge -> edge.reader().equals(from) && edge.read().equals(to))
                .map(edge -> ", which reads " + Wording.local(to) + " (rule " + edge.rule() + ")")
                .findFirst()
                .orElse(", which may clash with " + Wording.local(to));
    }

    /** Strongly connected components, those read first. */
    private final class Tarjan {
        private final Map<String, Integer> index = new HashMap<>();
        private final Deque<String> stack = new ArrayDeque<>();
        private final Set<String> onStack = new LinkedHashSet<>();
        private final List<Set<String>> found = new ArrayList<>();

        List<Set<String>> run() {
            for (String key : reads.keySet()) {
                if (!index.containsKey(key)) {
                    visit(key);
                }
            }
            return found;
        }

        private int visit(String key) {
            int own = index.size();
            int lowest = own;
            index.put(key, own);
            stack.push(key);
            onStack.add(key);
            for (String read : reads.getOrDefault(key, Set.of())) {
                if (!index.containsKey(read)) {
                    lowest = Math.min(lowest, visit(read));
                } else if (onStack.contains(read)) {
                    lowest = Math.min(lowest, index.getOrDefault(read, lowest));
                }
            }
            if (lowest == own) {
                Set<String> component = new LinkedHashSet<>();
                String member;
                do {
                    member = stack.pop();
                    onStack.remove(member);
                    component.add(member);
                } while (!member.equals(key));
                found.add(component);
            }
            return lowest;
        }
    }
}
