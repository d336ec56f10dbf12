package warrant.llm.decode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** Grammars by name, which may name each other and themselves. Filled before it is used, then fixed. */
final class Rules {
    private final Map<String, Grammar> rules = new HashMap<>();

    void put(String name, Grammar rule) {
        rules.put(name, rule);
    }

    boolean has(String name) {
        return rules.containsKey(name);
    }

    Grammar reference(String name) {
        return new Reference(this, name);
    }

    private Grammar get(String name) {
        Grammar rule = rules.get(name);
        if (rule == null) {
            throw new ModelException(Code.USER, "a grammar names the rule '" + name + "', which it does not have");
        }
        return rule;
    }

    /**
     * @throws ModelException with code {@code USER} if a rule is missing, or begins with itself: such a one would have
     *     to be read without end before its first byte
     */
    void check() {
        Map<String, Boolean> empty = new HashMap<>();
        rules.keySet().forEach(name -> empty.put(name, false));
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Map.Entry<String, Grammar> rule : rules.entrySet()) {
                boolean now = mayBeEmpty(rule.getValue(), empty);
                changed |= now && Boolean.FALSE.equals(empty.put(rule.getKey(), now));
            }
        }
        for (String name : rules.keySet()) {
            requireNoLoop(name, empty, new HashSet<>());
        }
    }

    private boolean mayBeEmpty(Grammar grammar, Map<String, Boolean> known) {
        return switch (grammar) {
            case Reference(Rules all, String name) -> known.getOrDefault(name, false);
            case Grammar.Sequence(Grammar first, Grammar rest) -> mayBeEmpty(first, known) && mayBeEmpty(rest, known);
            case Grammar.Either(Set<Grammar> options) -> options.stream().anyMatch(each -> mayBeEmpty(each, known));
            case Grammar.Repeat(Grammar item, int least, int most) -> least == 0 || mayBeEmpty(item, known);
            case Grammar.Both(Grammar one, Grammar other) -> mayBeEmpty(one, known) && mayBeEmpty(other, known);
            default -> grammar.complete();
        };
    }

    private void requireNoLoop(String name, Map<String, Boolean> empty, Set<String> above) {
        if (!above.add(name)) {
            throw new ModelException(
                    Code.USER, "the rule '" + name + "' of a grammar begins with itself. Maybe turn it around");
        }
        for (String first : firsts(get(name), empty)) {
            requireNoLoop(first, empty, above);
        }
        above.remove(name);
    }

    /** @return the rules with which it may begin */
    private Set<String> firsts(Grammar grammar, Map<String, Boolean> empty) {
        Set<String> firsts = new HashSet<>();
        switch (grammar) {
            case Reference(Rules all, String name) -> firsts.add(name);
            case Grammar.Sequence(Grammar first, Grammar rest) -> {
                firsts.addAll(firsts(first, empty));
                if (mayBeEmpty(first, empty)) {
                    firsts.addAll(firsts(rest, empty));
                }
            }
            case Grammar.Either(Set<Grammar> options) -> options.forEach(each -> firsts.addAll(firsts(each, empty)));
            case Grammar.Repeat(Grammar item, int least, int most) -> firsts.addAll(firsts(item, empty));
            case Grammar.Both(Grammar one, Grammar other) -> {
                firsts.addAll(firsts(one, empty));
                firsts.addAll(firsts(other, empty));
            }
            default -> {
                // begins with bytes
            }
        }
        return firsts;
    }

    /** A rule by its name; equal to others of the same name and rules. */
    record Reference(Rules all, String name) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            return all.get(name).next(octet);
        }

        @Override
        public Octets begins() {
            return all.get(name).begins();
        }

        @Override
        public boolean complete() {
            return all.get(name).complete();
        }
    }
}
