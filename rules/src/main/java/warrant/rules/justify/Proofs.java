package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import warrant.graph.Statement;
import warrant.rules.Proof;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;

/**
 * Smallest proofs of everything that holds: shortest hyperpaths (Knuth 1977), where a leaf costs 1 and a step 1 and
 * what its premises cost. The order of costs is well-founded, so a proof never rests on what it proves.
 */
final class Proofs {
    private static final long MOST = Long.MAX_VALUE / 4;

    private final Function<Point, @Nullable Conclusion> holding;
    private final Map<Point, Conclusion> conclusions = new HashMap<>();
    private final Map<Point, Best> best = new HashMap<>();
    private final Map<Point, Derivation> chosen = new HashMap<>();
    private final Map<Point, Proof> built = new HashMap<>();

    /** A fact on a day. */
    record Point(LocalDate day, Fact fact) {}

    /**
     * The cost of the smallest proof of a point.
     *
     * @param rank how many points were settled before: what a proof rests on ranks before what it proves
     */
    private record Best(long cost, int rank) {}

    private record Candidate(long cost, Point point) {}

    /** @param holding gives what holds, with its grounds; null for what does not */
    Proofs(Function<Point, @Nullable Conclusion> holding) {
        this.holding = holding;
    }

    /** A derivation with the number of premises whose cost is not known yet. */
    private static final class Waiting {
        final Point point;
        int missing;
        long cost = 1;

        Waiting(Point point) {
            this.point = point;
        }
    }

    private @Nullable Conclusion conclusion(Point point) {
        Conclusion known = conclusions.get(point);
        if (known == null) {
            known = holding.apply(point);
            if (known != null) {
                conclusions.put(point, known);
            }
        }
        return known;
    }

    /** Settles the costs of a point and of all that it may rest on. */
    private void settle(Point goal) {
        if (best.containsKey(goal)) {
            return;
        }
        Map<Point, List<Waiting>> uses = new HashMap<>();
        PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparingLong(Candidate::cost));
        gather(goal, uses, queue);
        while (!queue.isEmpty()) {
            Candidate next = queue.remove();
            if (best.putIfAbsent(next.point(), new Best(next.cost(), best.size())) == null) {
                for (Waiting waiting : uses.getOrDefault(next.point(), List.of())) {
                    waiting.cost = Math.min(MOST, waiting.cost + next.cost());
                    if (--waiting.missing == 0) {
                        queue.add(new Candidate(waiting.cost, waiting.point));
                    }
                }
            }
        }
    }

    /** What is stated needs nothing; of the rest, all derivations count. */
    private void gather(Point goal, Map<Point, List<Waiting>> uses, PriorityQueue<Candidate> queue) {
        Set<Point> seen = new HashSet<>(Set.of(goal));
        Deque<Point> open = new ArrayDeque<>(List.of(goal));
        while (!open.isEmpty()) {
            Point point = open.remove();
            Conclusion conclusion = conclusion(point);
            if (conclusion != null && !conclusion.statements().isEmpty()) {
                queue.add(new Candidate(1, point));
            } else if (conclusion != null) {
                for (Derivation derivation : conclusion.derivations()) {
                    Waiting waiting = new Waiting(point);
                    for (Point premise : premises(derivation)) {
                        Best known = best.get(premise);
                        if (known != null) {
                            waiting.cost = Math.min(MOST, waiting.cost + known.cost());
                        } else {
                            waiting.missing++;
                            uses.computeIfAbsent(premise, p -> new ArrayList<>())
                                    .add(waiting);
                            if (seen.add(premise)) {
                                open.add(premise);
                            }
                        }
                    }
                    if (waiting.missing == 0) {
                        queue.add(new Candidate(waiting.cost, point));
                    }
                }
            }
        }
    }

    /**
     * @return the derivation of the smallest proof of a settled point; null where it is stated. Of equally small ones
     *     the choice depends on no order of events: changes leave what a rebuild gives
     */
    private @Nullable Derivation chosen(Point point) {
        Conclusion conclusion = conclusion(point);
        Best known = best.get(point);
        if (conclusion == null || known == null || !conclusion.statements().isEmpty()) {
            return null;
        }
        return chosen.computeIfAbsent(point, p -> best(conclusion, known));
    }

    private @Nullable Derivation best(Conclusion conclusion, Best known) {
        return conclusion.derivations().stream()
                .filter(each -> cost(each) == known.cost()
                        && premises(each).stream().allMatch(premise -> isBefore(premise, known)))
                .min(Derivation.ORDER)
                .orElse(null);
    }

    private boolean isBefore(Point premise, Best later) {
        Best known = best.get(premise);
        return known != null && known.rank() < later.rank();
    }

    private static List<Derivation> inOrder(List<Derivation> derivations) {
        return derivations.size() < 2
                ? derivations
                : derivations.stream().sorted(Derivation.ORDER).toList();
    }

    private static List<Point> premises(Derivation derivation) {
        List<Point> points = new ArrayList<>();
        for (Evidence premise : derivation.premises()) {
            if (premise instanceof Evidence.Found(Fact fact, LocalDate day)) {
                points.add(new Point(day, fact));
            }
        }
        return points;
    }

    /** @return the smallest proof; null if the point does not hold */
    @Nullable Proof of(Point point) {
        Proof known = built.get(point);
        Conclusion conclusion = conclusion(point);
        if (known != null || conclusion == null) {
            return known;
        }
        settle(point);
        Derivation derivation = chosen(point);
        if (derivation == null && conclusion.statements().isEmpty()) {
            return null;
        }
        Proof proof = derivation == null
                ? leaf(conclusion.fact(), point.day(), conclusion.statements())
                : step(point, conclusion, derivation);
        built.put(point, proof);
        return proof;
    }

    /** @return up to so many proofs, the smallest first, none of which uses the point in itself */
    List<Proof> of(Point point, int most) {
        Conclusion conclusion = conclusion(point);
        List<Proof> proofs = new ArrayList<>();
        if (conclusion == null) {
            return proofs;
        }
        settle(point);
        conclusion.derivations().forEach(this::settle);
        if (!conclusion.statements().isEmpty()) {
            proofs.add(leaf(conclusion.fact(), point.day(), conclusion.statements()));
        }
        inOrder(conclusion.derivations()).stream()
                .filter(derivation -> premises(derivation).stream().noneMatch(premise -> rests(premise, point)))
                .sorted(Comparator.comparingLong(this::cost))
                .limit(most)
                .forEach(derivation -> proofs.add(step(point, conclusion, derivation)));
        return proofs.stream().limit(most).toList();
    }

    private void settle(Derivation derivation) {
        premises(derivation).forEach(this::settle);
    }

    private long cost(Derivation derivation) {
        long cost = 1;
        for (Point premise : premises(derivation)) {
            Best known = best.get(premise);
            cost = Math.min(MOST, cost + (known == null ? MOST : known.cost()));
        }
        return cost;
    }

    /** @return whether the smallest proof of one point uses another */
    private boolean rests(Point from, Point on) {
        Set<Point> seen = new HashSet<>();
        List<Point> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            Point next = open.removeLast();
            if (next.equals(on)) {
                return true;
            }
            if (seen.add(next)) {
                Derivation derivation = chosen(next);
                open.addAll(derivation == null ? List.of() : premises(derivation));
            }
        }
        return false;
    }

    private static Proof leaf(Fact fact, LocalDate day, List<Statement> statements) {
        return new Proof.Leaf(fact.triple(), day, statements);
    }

    private Proof step(Point point, Conclusion conclusion, Derivation derivation) {
        List<Proof.Rival> rivals =
                conclusion.rivals().getOrDefault(derivation.rule().id(), List.of());
        return step(conclusion.fact(), point.day(), derivation, rivals);
    }

    private Proof step(Fact fact, LocalDate day, Derivation derivation, List<Proof.Rival> rivals) {
        List<Proof> premises = new ArrayList<>();
        for (Evidence premise : derivation.premises()) {
            switch (premise) {
                case Evidence.Found(Fact found, LocalDate when) -> {
                    Proof proof = of(new Point(when, found));
                    if (proof == null) {
                        throw new IllegalStateException("a premise without a proof: " + found.triple());
                    }
                    premises.add(proof);
                }
                case Evidence.FoundEver(Statement statement) ->
                    premises.add(new Proof.Leaf(statement.triple(), null, List.of(statement)));
                case Evidence.Absent absent -> throw new IllegalStateException("not a premise: " + absent);
                case Evidence.Computed computed -> throw new IllegalStateException("not a premise: " + computed);
            }
        }
        return new Proof.Step(
                derivation.rule(),
                day,
                derivation.bindings(),
                fact.triple(),
                premises,
                derivation.absences(),
                derivation.computations(),
                rivals);
    }

    /** @return the proof that an argument would have, whether or not it won */
    Proof of(Argument argument, LocalDate day) {
        if (argument.rule() == null) {
            return leaf(argument.fact(), day, argument.statements());
        }
        argument.derivations().forEach(this::settle);
        Derivation cheapest = argument.derivations().stream()
                .min(Comparator.comparingLong(this::cost))
                .orElseThrow(() -> new IllegalStateException("an argument without a derivation: " + argument.fact()));
        return step(argument.fact(), day, cheapest, List.of());
    }
}
