package warrant.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.Session;
import warrant.rules.Small;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.justify.Certifier;

/** What is right is accepted, and nothing that was changed. */
class ProofCheckerTest {
    private final ProofChecker checker = new ProofChecker();
    private final Deduction deduction = deduce();

    private static Deduction deduce() {
        try (Session session =
                new ForwardEngine().open(Dispute.rules(), Dispute.statements(), Small.DAY, Limits.GENEROUS)) {
            return session.deduction();
        }
    }

    private Certificate certificate(Triple triple) {
        return certificate(deduction.proof(triple).orElseThrow());
    }

    private Certificate certificate(Proof proof) {
        return Certifier.certify(deduction, proof, Dispute::document);
    }

    @Test
    void every_proof_of_the_dispute_is_accepted_and_every_rule_took_part() {
        List<String> used = new ArrayList<>();

        for (Triple triple : deduction.derived()) {
            for (Proof proof : deduction.proofs(triple, 5)) {
                assertThat(checker.check(certificate(proof)))
                        .as(proof.text())
                        .isEqualTo(new ProofChecker.Verdict.Accepted());
                if (proof instanceof Proof.Step step) {
                    used.add(step.rule().id());
                }
            }
        }

        assertThat(used)
                .containsAll(Dispute.rules().rules().stream()
                        .map(Rule::id)
                        .filter(id -> !id.equals("original") && !id.equals("held"))
                        .toList());
        assertThat(deduction.holds(Small.triple("m received 2024-05-01"))).isFalse();
        assertThat(deduction
                        .matching(Small.entity("one"), Small.relation("interest"), null)
                        .toString())
                .contains("EUR 4.93");
    }

    @Test
    void a_certificate_survives_json() {
        for (Triple triple : deduction.derived()) {
            Certificate certificate = certificate(triple);

            assertThat(CertificateJson.read(certificate.json())).isEqualTo(certificate);
        }
    }

    @Test
    void every_changed_field_is_rejected() {
        for (Triple triple : deduction.derived()) {
            Object tree = Json.parse(certificate(triple).json());
            List<Mutants.Mutant> mutants = Mutants.of(tree);
            assertThat(mutants).hasSizeGreaterThan(20);
            for (Mutants.Mutant mutant : mutants) {
                assertThat(accepted(Json.write(mutant.tree())))
                        .as(mutant.path())
                        .isFalse();
            }
        }
    }

    /** Whoever changes a certificate can seal it again. What it then says of itself must still be wrong. */
    @Test
    void every_changed_field_that_carries_the_proof_is_rejected_though_sealed_again() {
        List<String> survivors = new ArrayList<>();
        for (Triple triple : deduction.derived()) {
            for (Mutants.Mutant mutant :
                    Mutants.of(Json.parse(certificate(triple).json()))) {
                Certificate read = read(Json.write(mutant.tree()));
                if (read != null && checker.check(read.sealed()).isAccepted() && !onTrust(mutant.path())) {
                    survivors.add(mutant.path() + " of " + triple);
                }
            }
        }

        assertThat(survivors).isEmpty();
    }

    /** What only anchors can vouch for, and what is listed beside the proof. */
    private static boolean onTrust(String path) {
        return path.contains("/author")
                || path.contains("/reason")
                || path.contains("/support")
                || path.contains("/setting/")
                || path.contains("/file")
                || path.matches(".*/pages/\\d+/name")
                || path.contains("/cell")
                || path.matches(".*/absences/\\d+/extension.*")
                || path.equals("/seal")
                || path.contains("/from")
                || path.contains("/until")
                || path.endsWith("/grounds/0/quotations");
    }

    private boolean accepted(String json) {
        Certificate read = read(json);
        return read != null && checker.check(read).isAccepted();
    }

    private static @Nullable Certificate read(String json) {
        try {
            return CertificateJson.read(json);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @Test
    void an_absence_that_is_no_absence_is_rejected() {
        Certificate right = certificate(deduction
                .matching(Small.entity("one"), Small.relation("interest"), null)
                .getFirst());
        Certificate.Inference step = (Certificate.Inference) right.entries().getLast();
        Certificate.Absent none = step.absences().getFirst();
        Certificate.Absent some = new Certificate.Absent(
                none.condition(),
                none.bindings(),
                List.of(new Certificate.Seen(Small.triple("bob waives one"), Small.DAY)),
                true);
        List<Certificate.Entry> entries = new ArrayList<>(right.entries());
        entries.set(
                entries.size() - 1,
                new Certificate.Inference(
                        step.conclusion(),
                        step.day(),
                        step.rule(),
                        step.version(),
                        step.bindings(),
                        step.premises(),
                        List.of(some),
                        step.computations(),
                        step.rivals()));

        Certificate wrong = new Certificate(
                        right.conclusion(), right.asOf(), entries, right.rules(), right.pages(), right.setting(), "")
                .sealed();

        assertThat(checker.check(wrong).toString()).contains("conditions of the rule are not met");
    }

    @Test
    void another_version_of_a_rule_than_the_one_held_is_rejected() {
        Certificate right = certificate(Small.triple("con total 1005"));
        Map<String, String> versions =
                Dispute.rules().rules().stream().collect(Collectors.toMap(Rule::id, Rule::version));
        Map<String, String> files = new LinkedHashMap<>(Map.of("doc", "f".repeat(64)));

        assertThat(checker.check(right, new ProofChecker.Anchors(versions, files))
                        .isAccepted())
                .isTrue();
        assertThat(checker.check(right, new ProofChecker.Anchors(versions, Map.of("doc", "0".repeat(64))))
                        .isAccepted())
                .isFalse();
        versions.put("total", versions.get("late"));
        assertThat(checker.check(right, new ProofChecker.Anchors(versions, files))
                        .isAccepted())
                .isFalse();
    }

    /** A binding left out may not let an {@code exists} and what is around it mean two things by one name. */
    @Test
    void what_an_exists_shares_with_its_surroundings_means_one_thing() {
        List<Condition> limit = Small.body("?x limit ?y");
        List<Condition> cap = Small.body("?x cap ?y");
        Rule rule = Small.rule(
                "met",
                List.of(new Condition.Exists(Small.body("?x amount ?y")), new Condition.Or(List.of(limit, cap))),
                "?x met true");
        Certificate honest = certified(rule, "box met true", "box limit 5", "box amount 5");
        Certificate other = certified(rule, "box met true", "box limit 7", "box amount 7");

        assertThat(checker.check(honest)).isEqualTo(new ProofChecker.Verdict.Accepted());
        assertThat(checker.check(changed(honest, one -> unbound(one, "y"))))
                .isEqualTo(new ProofChecker.Verdict.Accepted());
        List<Certificate.Entry> mixed = new ArrayList<>(honest.entries());
        mixed.replaceAll(entry -> entry.conclusion().relation().equals(Small.relation("amount"))
                ? other.entries().stream()
                        .filter(each -> each.conclusion().relation().equals(Small.relation("amount")))
                        .findFirst()
                        .orElseThrow()
                : entry);
        assertThat(checker.check(changed(of(honest, mixed), one -> unbound(one, "y")))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void two_exists_within_a_negation_do_not_mean_the_same_thing() {
        Rule rule = Small.rule(
                "plain",
                List.of(
                        Small.pattern("?x a Box"),
                        new Condition.Not(List.of(
                                new Condition.Exists(Small.body("?y in ?x", "?y a Red")),
                                new Condition.Exists(Small.body("?y in ?x", "?y a Blue"))))),
                "?x plain true");
        Certificate honest = certified(rule, "box plain true", "box a Box", "one in box", "one a Red");
        List<Certificate.Seen> blue = List.of(
                new Certificate.Seen(Small.triple("two in box"), Small.DAY),
                new Certificate.Seen(Small.triple("two a Blue"), Small.DAY));

        assertThat(checker.check(honest)).isEqualTo(new ProofChecker.Verdict.Accepted());
        assertThat(checker.check(changed(honest, one -> seeing(one, blue))).isAccepted())
                .isFalse();
    }

    private static Certificate.Inference seeing(Certificate.Inference one, List<Certificate.Seen> more) {
        List<Certificate.Absent> absences = one.absences().stream()
                .map(absent -> new Certificate.Absent(
                        absent.condition(),
                        absent.bindings(),
                        Stream.concat(absent.extension().stream(), more.stream())
                                .toList(),
                        absent.complete()))
                .toList();
        assertThat(absences).isNotEmpty();
        return inference(one, one.bindings(), absences);
    }

    private static Certificate.Inference unbound(Certificate.Inference one, String variable) {
        TreeMap<String, Term> bindings = new TreeMap<>(one.bindings());
        assertThat(bindings.remove(variable)).isNotNull();
        return inference(one, bindings, one.absences());
    }

    private static Certificate.Inference inference(
            Certificate.Inference one, SortedMap<String, Term> bindings, List<Certificate.Absent> absences) {
        return new Certificate.Inference(
                one.conclusion(),
                one.day(),
                one.rule(),
                one.version(),
                bindings,
                one.premises(),
                absences,
                one.computations(),
                one.rivals());
    }

    private static Certificate changed(Certificate honest, UnaryOperator<Certificate.Inference> change) {
        List<Certificate.Entry> some = honest.entries().stream()
                .map(entry -> entry instanceof Certificate.Inference one ? change.apply(one) : entry)
                .toList();
        return of(honest, some);
    }

    private static Certificate of(Certificate honest, List<Certificate.Entry> entries) {
        return new Certificate(
                        honest.conclusion(),
                        honest.asOf(),
                        entries,
                        honest.rules(),
                        honest.pages(),
                        honest.setting(),
                        "")
                .sealed();
    }

    private static Certificate certified(Rule rule, String goal, String... statements) {
        List<Statement> all = Small.statements(statements);
        try (Session session = new ForwardEngine().open(Small.base(rule), all, Small.DAY, Limits.GENEROUS)) {
            Deduction held = session.deduction();
            return Certifier.certify(held, held.proof(Small.triple(goal)).orElseThrow(), Dispute::document);
        }
    }
}
