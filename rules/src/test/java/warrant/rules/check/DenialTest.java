package warrant.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static warrant.rules.Small.base;
import static warrant.rules.Small.body;
import static warrant.rules.Small.rule;
import static warrant.rules.Small.statements;
import static warrant.rules.Small.triple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.graph.Datatypes;
import warrant.graph.Interval;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Deduction;
import warrant.rules.Expr;
import warrant.rules.Limits;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.Session;
import warrant.rules.Small;
import warrant.rules.check.ProofChecker.Verdict;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.justify.Certifier;
import warrant.rules.value.Comparison;
import warrant.rules.value.Operator;

/** A “no” has a certificate, and what holds has none. */
class DenialTest {
    private static final Rule DUE = Small.unless(rule("due", body("?i a Invoice"), "?i due true"), "?w waives ?i");
    private final ProofChecker checker = new ProofChecker();

    private static Deduction deduce(RuleBase rules, List<Statement> statements) {
        try (Session session = new ForwardEngine().open(rules, statements, Small.DAY, Limits.GENEROUS)) {
            return session.deduction();
        }
    }

    private static Denial denial(Deduction deduction, String goal) {
        Triple triple = triple(goal);
        return Certifier.certify(
                deduction, deduction.whyNot(triple.subject(), triple.relation(), triple.object()), Dispute::document);
    }

    private static Denial waived() {
        return denial(deduce(base(DUE), statements("i a Invoice", "j a Invoice", "bob waives i")), "i due true");
    }

    @Test
    void an_exception_that_stands_is_proved() {
        Denial denial = waived();

        assertThat(checker.check(denial)).isEqualTo(new Verdict.Accepted());
        assertThat(denial.entries())
                .anySatisfy(entry -> assertThat(entry.conclusion()).isEqualTo(triple("bob waives i")));
    }

    /**
     * The engine never asks about the day of the lease, for nobody is a guest; the checker takes that condition first.
     */
    @Test
    void a_day_that_the_engine_did_not_have_to_look_at_is_listed_too() {
        Condition then = new Condition.Pattern(
                Small.place("?x"),
                Small.relation("holds"),
                Small.place("?y"),
                new Condition.When.At(Small.place("2020-05-01")));
        Condition stopped = new Condition.Not(body("?x a Tenant"));
        RuleBase rules = base(
                rule("held", body("?x leases ?y"), "?x holds ?y"),
                rule("guest", List.of(body("?x a Guest").getFirst(), stopped, then), "?x visits ?y"));
        Denial denial =
                denial(deduce(rules, statements("bob a Guest", "bob a Tenant", "bob leases flat")), "bob visits flat");

        assertThat(checker.check(denial)).isEqualTo(new Verdict.Accepted());
        assertThat(denial.days()).contains(java.time.LocalDate.of(2020, 5, 1));
    }

    /** The day is computed in the rule itself, and alternatives compare what is computed. */
    @Test
    void a_day_that_the_rule_computes_is_bound_before_it_is_asked_about() {
        Expr.Arithmetic earlier = new Expr.Arithmetic(
                Operator.MINUS,
                RuleTerm.Variable.TODAY,
                new RuleTerm.Constant(new Literal("P90D", Datatypes.DURATION)));
        Condition computed = new Condition.Compare(Small.place("?day"), Comparison.EQUAL, earlier);
        Condition then = new Condition.Pattern(
                Small.place("?x"),
                Small.relation("owns"),
                Small.place("?y"),
                new Condition.When.At(Small.place("?day")));
        Condition either = new Condition.Or(List.of(
                List.of(new Condition.Compare(Small.place("?day"), Comparison.LESS, RuleTerm.Variable.TODAY)),
                List.of(new Condition.Compare(Small.place("?day"), Comparison.GREATER, RuleTerm.Variable.TODAY))));
        RuleBase rules =
                base(rule("long", List.of(body("?x owns ?y").getFirst(), then, either, computed), "?x settled ?y"));
        Denial denial = denial(
                deduce(rules, List.of(Small.statement("bob owns flat", new Interval(Small.DAY.minusDays(1), null)))),
                "bob settled flat");

        assertThat(checker.check(denial)).isEqualTo(new Verdict.Accepted());
    }

    @Test
    void two_exists_that_use_one_name_do_not_mean_the_same_thing() {
        RuleBase rules = base(rule(
                "both",
                List.of(
                        body("?x a Box").getFirst(),
                        new Condition.Exists(body("?y in ?x", "?y a Red")),
                        new Condition.Exists(body("?y in ?x", "?y a Blue"))),
                "?x mixed true"));
        Deduction deduction =
                deduce(rules, statements("box a Box", "one in box", "two in box", "one a Red", "two a Blue"));
        Triple held = triple("box mixed true");
        Denial right = denial(
                deduce(rules, statements("box a Box", "one in box", "two in box", "one a Red")), "box mixed true");
        Denial lie = new Denial(
                        held.subject(),
                        held.relation(),
                        held.object(),
                        right.asOf(),
                        right.days(),
                        deduction.triples().stream()
                                .filter(triple -> !triple.equals(held))
                                .map(triple -> new Denial.Held(triple, right.asOf(), true))
                                .toList(),
                        List.of(),
                        List.of(),
                        right.rules(),
                        List.of(),
                        right.setting(),
                        "",
                        "")
                .sealed();

        assertThat(checker.check(right)).isEqualTo(new Verdict.Accepted());
        assertThat(checker.check(lie).toString()).contains("rule both concludes");
        assertThat(checker.check(
                        Certifier.certify(deduction, deduction.proof(held).orElseThrow(), Dispute::document)))
                .isEqualTo(new Verdict.Accepted());
    }

    @Test
    void without_the_exception_the_same_is_rejected() {
        Denial right = waived();
        Denial wrong = new Denial(
                        right.subject(),
                        right.relation(),
                        right.object(),
                        right.asOf(),
                        right.days(),
                        right.model(),
                        right.beaten(),
                        List.of(),
                        right.rules(),
                        right.pages(),
                        right.setting(),
                        "",
                        "")
                .sealed();

        assertThat(checker.check(wrong).toString()).contains("rule due concludes");
    }

    @Test
    void a_conclusion_that_a_preferred_rule_beats_is_denied_by_that_rule() {
        RuleBase rules = base(
                List.of(
                        rule("old", body("?c a Contract"), "?c term 30"),
                        rule("new", Rule.Kind.ORDINARY, List.of("old"), body("?c amended true"), "?c term 45")),
                Set.of("term"),
                Set.of());
        Denial denial = denial(deduce(rules, statements("c a Contract", "c amended true")), "c term 30");

        assertThat(checker.check(denial)).isEqualTo(new Verdict.Accepted());
        assertThat(denial.beaten())
                .singleElement()
                .satisfies(beaten -> assertThat(beaten.preference()).isEqualTo("OVERRIDES"));
    }

    @Test
    void what_is_in_dispute_is_no_no() {
        RuleBase rules = base(
                List.of(rule("a", body("?x p ?y"), "?x f ?y"), rule("b", body("?x q ?y"), "?x f ?y")),
                Set.of("f"),
                Set.of());
        Deduction deduction = deduce(rules, statements("x p one", "x q two"));

        assertThatThrownBy(() -> denial(deduction, "x f one")).hasMessageContaining("in dispute");
    }

    @Test
    void every_changed_field_is_rejected() {
        for (Denial denial : List.of(waived(), denial(deduce(Dispute.rules(), Dispute.statements()), "two big true"))) {
            Object tree = Json.parse(denial.json());
            List<Mutants.Mutant> mutants = Mutants.of(tree);
            assertThat(mutants).hasSizeGreaterThan(20);
            for (Mutants.Mutant mutant : mutants) {
                assertThat(accepted(Json.write(mutant.tree())))
                        .as(mutant.path())
                        .isFalse();
            }
        }
    }

    private boolean accepted(String json) {
        try {
            return checker.check(Denial.read(json)).isAccepted();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Test
    void a_no_under_fewer_rules_than_those_held_is_rejected() {
        Denial denial = waived();
        Map<String, String> versions = new HashMap<>(Map.of(
                DUE.id(),
                DUE.version(),
                "other",
                rule("other", body("?a r ?b"), "?a s ?b").version()));

        assertThat(checker.check(denial, new ProofChecker.Anchors(versions, Map.of()))
                        .isAccepted())
                .isFalse();
        versions.remove("other");
        assertThat(checker.check(denial, new ProofChecker.Anchors(versions, Map.of()))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void the_program_accepts_both_kinds_and_looks_for_the_documents(@TempDir Path folder) throws Exception {
        Deduction deduction = deduce(Dispute.rules(), Dispute.statements());
        Path yes = folder.resolve("yes.json");
        Files.writeString(
                yes,
                Certifier.certify(
                                deduction,
                                deduction.proof(triple("con total 1005")).orElseThrow(),
                                Dispute::document)
                        .json());
        Path no = folder.resolve("no.json");
        Files.writeString(no, waived().json());
        Files.writeString(folder.resolve("changed.json"), Files.readString(no).replace("urn:e:bob", "urn:e:bop"));

        assertThat(run(yes.toString())).startsWith("0 accepted: ").contains("rule total");
        assertThat(run(no.toString())).startsWith("0 accepted: not: ");
        assertThat(run(folder.resolve("changed.json").toString()))
                .startsWith("1 rejected: ")
                .contains("seal");
        assertThat(run(yes.toString(), "--documents", folder.toString()))
                .startsWith("1 rejected: ")
                .contains("has the bytes of");
        assertThat(run("missing.json")).startsWith("2 cannot read");
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = warrant.rules.check.alone.Main.run(
                List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    /** The core is what a sceptic reads: lines that are neither blank nor comment nor import. */
    @Test
    void the_core_has_at_most_600_lines() throws Exception {
        int lines = 0;
        for (String file : List.of("ProofChecker", "Inferring", "Matching", "Clashing")) {
            Path source = Path.of("src/main/java/warrant/rules/check", file + ".java");
            lines += Files.readAllLines(source).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("import") && !line.startsWith("package"))
                    .filter(line -> !line.startsWith("*") && !line.startsWith("/*") && !line.startsWith("//"))
                    .collect(Collectors.toList())
                    .size();
        }
        assertThat(lines).isLessThanOrEqualTo(600);
    }
}
