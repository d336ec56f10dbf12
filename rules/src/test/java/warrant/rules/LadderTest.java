package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.triple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import warrant.graph.Statement;
import warrant.rules.check.ProofChecker;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.justify.Certifier;

/** Proofs that share their parts are as large as what they share, not as all the ways to it. */
class LadderTest {
    @Test
    void a_proof_whose_every_step_is_used_twice_is_written_and_checked_at_once() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rules.add(rule("left" + i, body("?x p" + i + " true", "?x q" + i + " true"), "?x p" + (i + 1) + " true"));
            rules.add(rule("right" + i, body("?x p" + i + " true", "?x q" + i + " true"), "?x q" + (i + 1) + " true"));
        }
        List<Statement> statements = Small.statements("e p0 true", "e q0 true");
        RuleBase base = Small.base(rules.toArray(Rule[]::new));

        try (Session session = new ForwardEngine().open(base, statements, Small.DAY, Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            Proof proof = deduction.proof(triple("e p60 true")).orElseThrow();

            assertThat(proof.text().lines().filter(line -> line.contains("by rule")))
                    .hasSize(119);
            assertThat(new ProofChecker()
                            .check(Certifier.certify(deduction, proof, id -> Optional.empty()))
                            .isAccepted())
                    .isTrue();
        }
    }
}
