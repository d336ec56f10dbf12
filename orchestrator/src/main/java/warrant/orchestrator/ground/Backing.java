package warrant.orchestrator.ground;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.rules.Deduction;
import warrant.rules.Proof;
import warrant.rules.Refutation;
import warrant.rules.Rule;

/** Everything that an answer rests on, gathered from its claims: proofs, quotations, rules. */
public final class Backing {
    private final Set<Quotation> quotations = new LinkedHashSet<>();
    private final Set<Rule> rules = new LinkedHashSet<>();
    private final Set<Proof> seen = new LinkedHashSet<>();
    private final List<Proof> proofs = new ArrayList<>();

    private final Function<Triple, Optional<Proof>> proofOf;

    private Backing(Function<Triple, Optional<Proof>> proofOf) {
        this.proofOf = proofOf;
    }

    /**
     * Gathers what an answer rests on.
     *
     * @param proofOf the proof of a triple that an aggregate ran over: a sum rests on its summands
     */
    public static Backing of(Answer answer, Function<Triple, Optional<Proof>> proofOf) {
        Backing backing = new Backing(proofOf);
        List<Claim> claims = switch (answer) {
            case Answer.Grounded grounded -> grounded.claims();
            case Answer.Contradicted contradicted -> contradicted.sides();
            case Answer.Unsupported unsupported -> List.of();
        };
        claims.forEach(claim -> backing.add(claim.grounds()));
        return backing;
    }

    /** The quotations at all leaves, without repetition. */
    public List<Quotation> quotations() {
        return List.copyOf(quotations);
    }

    /** Ids of all rules used, or named as what defeats or would be needed. */
    public Set<String> rules() {
        return rules.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The same rules whole, with what they cite. */
    public List<Rule> applied() {
        return List.copyOf(rules);
    }

    /** The proofs that stand by themselves, to be checked. */
    public List<Proof> proofs() {
        return List.copyOf(proofs);
    }

    private void add(Grounds grounds) {
        switch (grounds) {
            case Grounds.Quoted(List<Quotation> quoted) -> quotations.addAll(quoted);
            case Grounds.Proved(Proof proof) -> root(proof);
            case Grounds.Refuted(Refutation refutation) -> add(refutation);
        }
    }

    private void root(Proof proof) {
        proofs.add(proof);
        add(proof);
    }

    private void add(Refutation refutation) {
        for (Deduction.Defeat defeat : refutation.defeats()) {
            add(defeat.loser());
            defeat.winners().forEach(winner -> root(winner.proof()));
        }
        refutation.otherDays().forEach(this::add);
        for (Refutation.Failure failure : refutation.failures()) {
            rules.add(failure.rule());
            switch (failure) {
                case Refutation.Failure.NotInForce none -> {}
                case Refutation.Failure.Unmet unmet -> unmet.met().forEach(this::add);
                case Refutation.Failure.Stopped stopped -> {
                    stopped.met().forEach(this::add);
                    stopped.because().forEach(this::root);
                }
            }
        }
    }

    private void add(Proof proof) {
        if (!seen.add(proof)) {
            return;
        }
        switch (proof) {
            case Proof.Leaf leaf -> leaf.statements().forEach(this::add);
            case Proof.Step step -> {
                rules.add(step.rule());
                step.premises().forEach(this::add);
                step.computations().forEach(this::add);
            }
        }
    }

    private void add(Proof.Computation computation) {
        computation.extension().stream()
                .map(seen -> proofOf.apply(seen.triple()))
                .flatMap(Optional::stream)
                .forEach(this::add);
    }

    private void add(Statement statement) {
        for (Support support : statement.supports()) {
            if (support.origin() instanceof Origin.Extracted extracted) {
                quotations.addAll(extracted.evidence());
            }
        }
    }
}
