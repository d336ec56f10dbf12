package warrant.rules.justify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
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

    private final Map<Point, Conclusion> conclusions;
    private final Map<Point, Best> best = new HashMap<>();
    private final Map<Point, Proof> built = new HashMap<>();

    /** A fact on a day. */
    record Point(LocalDate day, Fact fact) {}

    /** The cheapest ground of a point; null where it is stated. */
    private record Best(long cost, @Nullable Derivation derivation) {}

    private record Candidate(
            long cost, int order, Point point, @Nullable Derivation derivation) {}

    Proofs(Map<Point, Conclusion> conclusions) {
        this.conclusions = conclusions;
        search();
    }

    /** A derivation with the number of premises whose cost is not known yet. */
    private static final class Waiting {
        final Point point;
        final Derivation derivation;
        int missing;
        long cost = 1;

        Waiting(Point point, Derivation derivation) {
            this.point = point;
            this.derivation = derivation;
        }
    }

    private void search() {
        Map<Point, List<Waiting>> uses = new HashMap<>();
        PriorityQueue<Candidate> queue =
                new PriorityQueue<>(Comparator.comparingLong(Candidate::cost).thenComparingInt(Candidate::order));
        int[] order = {0};
        inOrder().forEach(point -> {
            Conclusion conclusion = Objects.requireNonNull(conclusions.get(point));
            if (!conclusion.statements().isEmpty()) {
                queue.add(new Candidate(1, order[0]++, point, null));
            }
            for (Derivation derivation : inOrder(conclusion.derivations())) {
                Waiting waiting = new Waiting(point, derivation);
                for (Point premise : premises(derivation)) {
                    waiting.missing++;
                    uses.computeIfAbsent(premise, p -> new ArrayList<>()).add(waiting);
                }
                if (waiting.missing == 0) {
                    queue.add(new Candidate(waiting.cost, order[0]++, point, derivation));
                }
            }
        });
        while (!queue.isEmpty()) {
            Candidate next = queue.remove();
            if (best.putIfAbsent(next.point(), new Best(next.cost(), next.derivation())) == null) {
                for (Waiting waiting : uses.getOrDefault(next.point(), List.of())) {
                    waiting.cost = Math.min(MOST, waiting.cost + next.cost());
                    if (--waiting.missing == 0) {
                        queue.add(new Candidate(waiting.cost, order[0]++, waiting.point, waiting.derivation));
                    }
                }
            }
        }
    }

    /** Of equally small proofs the choice depends on no order of events: changes leave what a rebuild gives. */
    private List<Point> inOrder() {
        List<Point> points = new ArrayList<>(conclusions.keySet());
        points.sort(Comparator.comparing(Point::day)
                .thenComparing(point -> point.fact().triple().subject().iri())
                .thenComparing(point -> point.fact().triple().relation())
                .thenComparing(point -> point.fact().identity().object().toString()));
        return points;
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
        Conclusion conclusion = conclusions.get(point);
        Best cheapest = best.get(point);
        if (known != null || conclusion == null || cheapest == null) {
            return known;
        }
        Proof proof = cheapest.derivation() == null
                ? leaf(conclusion.fact(), point.day(), conclusion.statements())
                : step(point, conclusion, cheapest.derivation());
        built.put(point, proof);
        return proof;
    }

    /** @return up to so many proofs, the smallest first, none of which uses the point in itself */
    List<Proof> of(Point point, int most) {
        Conclusion conclusion = conclusions.get(point);
        List<Proof> proofs = new ArrayList<>();
        if (conclusion == null) {
            return proofs;
        }
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
            Best known = best.get(next);
            if (seen.add(next) && known != null && known.derivation() != null) {
                open.addAll(premises(known.derivation()));
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
        Derivation cheapest = argument.derivations().stream()
                .min(Comparator.comparingLong(this::cost))
                .orElseThrow(() -> new IllegalStateException("an argument without a derivation: " + argument.fact()));
        return step(argument.fact(), day, cheapest, List.of());
    }
}
