package warrant.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;

/**
 * How likely a conclusion is, from how sure reading was of the statements that its proofs rest on. Rules and what
 * somebody asserted count as certain. What is read is taken as independent, for {@code lower}, {@code upper} and
 * {@link #exact}; the weakest link asks for no such thing.
 *
 * @param weakest the least sure statement of the proof in which that is surest: possibilistic, an upper bound for one
 *     proof however its statements depend on each other
 * @param lower the likeliest single proof: all its statements right, as a product
 * @param upper some proof right, were the proofs independent: 1 − Π(1 − p); as they share statements, it is at most
 *     that (Harris 1960)
 */
public record Confidence(double weakest, double lower, double upper) {
    private static final int MOST_LEAVES = 20;

    /** @param proofs of one conclusion, at least one */
    public static Confidence of(List<Proof> proofs) {
        if (proofs.isEmpty()) {
            throw new IllegalArgumentException("no proof, no confidence");
        }
        double weakest = 0;
        double lower = 0;
        double none = 1;
        for (Proof proof : proofs) {
            Map<Object, Double> leaves = leaves(proof);
            double product = leaves.values().stream().mapToDouble(p -> p).reduce(1, (a, b) -> a * b);
            weakest = Math.max(
                    weakest, leaves.values().stream().mapToDouble(p -> p).min().orElse(1));
            lower = Math.max(lower, product);
            none *= 1 - product;
        }
        return new Confidence(weakest, lower, Math.max(lower, 1 - none));
    }

    /**
     * @return how likely it is that some proof is right, where statements are right independently of each other; empty
     *     where the proofs rest on more than {@value #MOST_LEAVES} statements that are not certain
     */
    public static OptionalDouble exact(List<Proof> proofs) {
        Map<Object, Double> all = new HashMap<>();
        List<Set<Object>> needs = new ArrayList<>();
        for (Proof proof : proofs) {
            Map<Object, Double> leaves = leaves(proof);
            leaves.values().removeIf(p -> p >= 1);
            all.putAll(leaves);
            needs.add(leaves.keySet());
        }
        return all.size() > MOST_LEAVES
                ? OptionalDouble.empty()
                : OptionalDouble.of(some(needs, new ArrayList<>(all.keySet()), all));
    }

    /** The first statement is right or wrong (Shannon's expansion); what remains is smaller. */
    private static double some(List<Set<Object>> needs, List<Object> open, Map<Object, Double> sure) {
        if (needs.isEmpty()) {
            return 0;
        }
        if (needs.stream().anyMatch(Set::isEmpty)) {
            return 1;
        }
        Object first = open.getLast();
        List<Object> rest = open.subList(0, open.size() - 1);
        List<Set<Object>> right = new ArrayList<>();
        List<Set<Object>> wrong = new ArrayList<>();
        for (Set<Object> need : needs) {
            Set<Object> left = new HashSet<>(need);
            if (!left.remove(first)) {
                wrong.add(need);
            }
            right.add(left);
        }
        double p = sure.getOrDefault(first, 1.0);
        return right.equals(wrong)
                ? some(wrong, rest, sure)
                : p * some(right, rest, sure) + (1 - p) * some(wrong, rest, sure);
    }

    /** The statements that a proof rests on, by what they say, with how sure each is. */
    private static Map<Object, Double> leaves(Proof proof) {
        Map<Object, Double> leaves = new HashMap<>();
        IdentityHashMap<Proof, Boolean> seen = new IdentityHashMap<>();
        List<Proof> open = new ArrayList<>(List.of(proof));
        while (!open.isEmpty()) {
            Proof next = open.removeLast();
            if (seen.put(next, true) == null) {
                switch (next) {
                    case Proof.Leaf leaf -> leaves.merge(leaf.conclusion(), sure(leaf.statements()), Math::max);
                    case Proof.Step step -> open.addAll(step.premises());
                }
            }
        }
        return leaves;
    }

    /** @return how sure it is that some open support is right */
    private static double sure(List<Statement> statements) {
        double none = 1;
        for (Statement statement : statements) {
            for (Support support : statement.supports()) {
                none *= support.closed() != null ? 1 : 1 - sure(support.origin());
            }
        }
        return 1 - none;
    }

    private static double sure(Origin origin) {
        return switch (origin) {
            case Origin.Asserted asserted -> 1;
            case Origin.Extracted extracted -> extracted.confidence();
            case Origin.Derived derived -> 1;
        };
    }

    /** @return as people read it */
    public String text() {
        return String.format(
                Locale.ROOT, "weakest link %.2f; if readings are independent, %.2f to %.2f", weakest, lower, upper);
    }
}
