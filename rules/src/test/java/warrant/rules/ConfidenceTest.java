package warrant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.triple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import warrant.graph.Interval;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.rules.forward.ForwardEngine;

/** Bounds hold, and the exact figure is that of counting all worlds. */
class ConfidenceTest {
    private static Statement read(String text, double sure) {
        Quotation quotation = new Quotation(new Span("d", "1", 0, 1, null), "x");
        Origin origin = new Origin.Extracted(List.of(quotation), sure, "test", "test");
        return new Statement(
                triple(text), Interval.ALWAYS, List.of(new Support(text + sure, origin, Instant.EPOCH, null)));
    }

    private static final RuleBase RULES = Small.base(
            rule("near", body("?a edge ?b"), "?a path ?b"),
            rule("far", body("?a edge ?b", "?b path ?c"), "?a path ?c"));

    private static List<Proof> proofs(List<Statement> statements, String goal) {
        try (Session session = new ForwardEngine().open(RULES, statements, Small.DAY, Limits.GENEROUS)) {
            return session.deduction().proofs(triple(goal), 10);
        }
    }

    @Test
    void a_chain_is_as_strong_as_its_weakest_link_and_as_likely_as_all_of_it() {
        List<Proof> proofs = proofs(List.of(read("a edge b", 0.9), read("b edge c", 0.5)), "a path c");

        Confidence confidence = Confidence.of(proofs);

        assertThat(confidence.weakest()).isCloseTo(0.5, within(1e-9));
        assertThat(confidence.lower()).isCloseTo(0.45, within(1e-9));
        assertThat(confidence.upper()).isCloseTo(0.45, within(1e-9));
        assertThat(Confidence.exact(proofs).orElseThrow()).isCloseTo(0.45, within(1e-9));
        assertThat(confidence.text()).isEqualTo("weakest link 0.50; if readings are independent, 0.45 to 0.45");
    }

    @Test
    void two_ways_that_share_a_statement_are_less_than_independent() {
        List<Proof> proofs = proofs(
                List.of(read("a edge b", 0.5), read("b edge c", 0.5), read("b edge d", 0.5), read("d edge c", 1.0)),
                "a path c");

        // a-b and (b-c or b-d): 0.5 * 0.75; only the shortest way on from b counts in a proof
        Confidence confidence = Confidence.of(proofs);
        assertThat(confidence.lower()).isCloseTo(0.25, within(1e-9));
        assertThat(Confidence.exact(proofs).orElseThrow()).isBetween(confidence.lower(), confidence.upper());
    }

    @Test
    void what_two_documents_say_is_surer_and_what_somebody_asserts_is_certain() {
        Statement one = read("a edge b", 0.6);
        List<Support> both = new ArrayList<>(one.supports());
        both.addAll(read("a edge b", 0.5).supports());
        Statement twice = new Statement(one.triple(), one.valid(), both);

        assertThat(Confidence.of(proofs(List.of(twice), "a path b")).lower()).isCloseTo(0.8, within(1e-9));
        assertThat(Confidence.of(proofs(List.of(Small.statement("a edge b")), "a path b")))
                .isEqualTo(new Confidence(1, 1, 1));
    }

    @Test
    void the_exact_figure_is_that_of_all_worlds_and_lies_within_the_bounds() {
        for (int seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            Map<String, Statement> some = new TreeMap<>();
            for (int i = 0; i < 8; i++) {
                String edge = "n" + random.nextInt(4) + " edge n" + random.nextInt(4);
                some.put(edge, read(edge, 0.1 + 0.8 * random.nextDouble()));
            }
            List<Statement> statements = List.copyOf(some.values());
            List<Proof> proofs = proofs(statements, "n0 path n1");
            if (!proofs.isEmpty()) {
                Confidence bounds = Confidence.of(proofs);
                double exact = Confidence.exact(proofs).orElseThrow();
                assertThat(exact).as("seed " + seed).isCloseTo(worlds(statements, proofs), within(1e-9));
                assertThat(exact).as("seed " + seed).isBetween(bounds.lower() - 1e-9, bounds.upper() + 1e-9);
            }
        }
    }

    private static double worlds(List<Statement> statements, List<Proof> proofs) {
        double all = 0;
        for (int world = 0; world < 1 << statements.size(); world++) {
            double likely = 1;
            List<Statement> there = new ArrayList<>();
            for (int i = 0; i < statements.size(); i++) {
                double sure = statements.get(i).supports().getFirst().origin() instanceof Origin.Extracted e
                        ? e.confidence()
                        : 1;
                boolean in = (world >> i & 1) == 1;
                likely *= in ? sure : 1 - sure;
                if (in) {
                    there.add(statements.get(i));
                }
            }
            all += proofs.stream().anyMatch(proof -> stands(proof, there)) ? likely : 0;
        }
        return all;
    }

    private static boolean stands(Proof proof, List<Statement> there) {
        return switch (proof) {
            case Proof.Leaf leaf ->
                there.stream().anyMatch(each -> each.triple().equals(leaf.conclusion()));
            case Proof.Step step -> step.premises().stream().allMatch(premise -> stands(premise, there));
        };
    }
}
