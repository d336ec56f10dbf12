package warrant.orchestrator.eval.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import warrant.graph.Triple;
import warrant.rules.Deduction;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.check.ProofChecker;
import warrant.rules.justify.Certifier;

/** Puts proofs before the independent checker and counts what it says. For one rule base and one thread. */
public final class Checks {
    private final ProofChecker.Anchors anchors;
    private final List<String> rejected = new ArrayList<>();
    private int checked;

    /** @param rules those that proofs may use, in these versions */
    public Checks(RuleBase rules) {
        Map<String, String> versions = rules.rules().stream().collect(Collectors.toMap(Rule::id, Rule::version));
        this.anchors = new ProofChecker.Anchors(versions, Map.of());
    }

    /** @return whether the triple has a proof that the checker accepts */
    public boolean accepts(Deduction deduction, Triple triple) {
        Optional<Proof> proof = deduction.proof(triple);
        if (proof.isEmpty()) {
            return false;
        }
        checked++;
        String problem = problem(deduction, proof.get());
        if (!problem.isEmpty()) {
            rejected.add(triple + ": " + problem);
        }
        return problem.isEmpty();
    }

    private String problem(Deduction deduction, Proof proof) {
        try {
            ProofChecker.Verdict verdict =
                    new ProofChecker().check(Certifier.certify(deduction, proof, id -> Optional.empty()), anchors);
            return switch (verdict) {
                case ProofChecker.Verdict.Accepted accepted -> "";
                case ProofChecker.Verdict.Rejected(String reason) -> reason;
            };
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    public int checked() {
        return checked;
    }

    /** @return what was rejected, with the reason */
    public List<String> rejected() {
        return List.copyOf(rejected);
    }
}
