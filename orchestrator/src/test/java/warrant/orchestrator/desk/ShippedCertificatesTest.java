package warrant.orchestrator.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.graph.Entity;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.matter.MatterRules;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Proof;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.Session;
import warrant.rules.check.Certificate;
import warrant.rules.check.CertificateJson;
import warrant.rules.check.Denial;
import warrant.rules.check.ProofChecker;
import warrant.rules.justify.Certifier;
import warrant.rules.language.RuleTest;
import warrant.rules.language.RuleTest.Expectation;
import warrant.rules.language.RuleTests;

/** What the tests of the shipped matters conclude or deny is certified, and no changed field passes. */
class ShippedCertificatesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ProofChecker checker = new ProofChecker();
    private final Set<String> mutated = new HashSet<>();
    private int proofs;
    private int denials;
    private int mutants;

    @ParameterizedTest
    @ValueSource(strings = {"supply", "tenancy"})
    void every_conclusion_and_every_no_is_certified(String name) throws IOException {
        MatterFolder folder = MatterFolder.read(Path.of("../matters", name));
        MatterRules rules = MatterRules.read(folder);
        RuleTests.Read read = RuleTests.read(
                folder.ruleTests().stream()
                        .map(file -> MatterRules.source(folder, file))
                        .toList(),
                rules.ruleBase(),
                rules.ontology(),
                MatterRules.settings(folder));
        for (RuleTest test : read.tests()) {
            for (Expectation expectation : test.expectations()) {
                LocalDate usual = Objects.requireNonNullElse(folder.asOf(), LocalDate.of(2025, 1, 1));
                check(rules.ruleBase(), test, expectation, Objects.requireNonNullElse(expectation.asOf(), usual));
            }
        }
        assertThat(proofs).isGreaterThan(50);
        assertThat(denials).isGreaterThan(2);
        assertThat(mutants).isGreaterThan(1_000);
    }

    private void check(RuleBase base, RuleTest test, Expectation expectation, LocalDate day) throws IOException {
        try (Session session = Engines.of("forward").open(base, statements(test), day, Limits.GENEROUS)) {
            Deduction deduction = session.deduction();
            for (Triple triple : deduction.derived()) {
                Proof proof = deduction.proof(triple).orElseThrow();
                Certificate certificate = Certifier.certify(deduction, proof, id -> Optional.empty());
                assertThat(checker.check(certificate)).isEqualTo(new ProofChecker.Verdict.Accepted());
                proofs++;
                if (proof instanceof Proof.Step step && mutated.add(step.rule().id())) {
                    rejectAll(
                            certificate.json(),
                            json -> checker.check(CertificateJson.read(json)).isAccepted());
                }
            }
            if (expectation.kind() == RuleTest.Kind.ABSENT
                    && expectation.subject() instanceof RuleTerm.Constant(Entity subject)) {
                var object = expectation.object() instanceof RuleTerm.Constant(var term) ? term : null;
                if (deduction.matching(subject, expectation.relation(), object).isEmpty()) {
                    deny(deduction, deduction.whyNot(subject, expectation.relation(), object));
                }
            }
        }
    }

    private void deny(Deduction deduction, warrant.rules.Refutation refutation) throws IOException {
        if (refutation.conflicts().isEmpty()) {
            Denial denial = Certifier.certify(deduction, refutation, id -> Optional.empty());
            assertThat(checker.check(denial)).as(refutation.text()).isEqualTo(new ProofChecker.Verdict.Accepted());
            if (denials++ == 0) {
                rejectAll(
                        denial.json(), json -> checker.check(Denial.read(json)).isAccepted());
            }
        }
    }

    private static List<Statement> statements(RuleTest test) {
        List<Statement> statements = new ArrayList<>();
        for (RuleTest.Given given : test.given()) {
            Support support = new Support(
                    "given " + statements.size(), new Origin.Asserted("test", "given"), Instant.EPOCH, null);
            statements.add(new Statement(given.triple(), given.valid(), List.of(support)));
        }
        return statements;
    }

    private void rejectAll(String json, Predicate<String> accepted) throws IOException {
        JsonNode tree = JSON.readTree(json);
        assertThat(accepted.test(json)).isTrue();
        change(tree, tree, accepted);
    }

    /** Changes each leaf below a node in turn, and puts it back. */
    private void change(JsonNode root, JsonNode at, Predicate<String> accepted) throws IOException {
        if (at instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : new ArrayList<>(object.properties())) {
                if (field.getValue().isContainerNode()) {
                    change(root, field.getValue(), accepted);
                } else {
                    object.set(field.getKey(), other(field.getValue()));
                    reject(root, accepted, field.getKey());
                    object.set(field.getKey(), field.getValue());
                }
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode element = array.get(i);
                if (element.isContainerNode()) {
                    change(root, element, accepted);
                } else {
                    array.set(i, other(element));
                    reject(root, accepted, "element " + i);
                    array.set(i, element);
                }
            }
        }
    }

    private static JsonNode other(JsonNode leaf) {
        if (leaf.isTextual()) {
            return JSON.getNodeFactory().textNode(leaf.asText() + "x");
        }
        return leaf.isBoolean()
                ? JSON.getNodeFactory().booleanNode(!leaf.asBoolean())
                : JSON.getNodeFactory().numberNode(leaf.asLong() + 1);
    }

    private void reject(JsonNode root, Predicate<String> accepted, String field) throws IOException {
        mutants++;
        boolean passes;
        try {
            passes = accepted.test(JSON.writeValueAsString(root));
        } catch (IllegalArgumentException malformed) {
            passes = false;
        }
        assertThat(passes).as(field).isFalse();
    }
}
