package warrant.rules.language.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Proof;
import warrant.rules.RefutationText;
import warrant.rules.RuleBase;
import warrant.rules.RuleEngine;
import warrant.rules.RuleException;
import warrant.rules.RuleTerm;
import warrant.rules.Session;
import warrant.rules.Wording;
import warrant.rules.language.RuleTest;
import warrant.rules.language.RuleTest.Expectation;
import warrant.rules.value.Values;

/**
 * Runs tests of rules. A test knows its own triples and all the rules, nothing else.
 *
 * @param day as of which expectations are judged that name none
 */
public record Trial(RuleEngine engine, RuleBase rules, LocalDate day, Limits limits) {
    private static final int PROOFS = 64;
    private static final int SHOWN = 8;

    /** @return an outcome for each expectation, in their order */
    public List<Outcome> run(RuleTest test) {
        Map<LocalDate, List<Expectation>> days = new LinkedHashMap<>();
        for (Expectation expectation : test.expectations()) {
            LocalDate asOf = expectation.asOf() == null ? day : expectation.asOf();
            days.computeIfAbsent(asOf, d -> new ArrayList<>()).add(expectation);
        }
        Map<Expectation, Outcome> outcomes = new LinkedHashMap<>();
        days.forEach((asOf, expectations) ->
                run(test, asOf, expectations).forEach(outcome -> outcomes.put(outcome.expectation(), outcome)));
        return test.expectations().stream()
                .flatMap(expectation -> java.util.stream.Stream.ofNullable(outcomes.get(expectation)))
                .toList();
    }

    private List<Outcome> run(RuleTest test, LocalDate asOf, List<Expectation> expectations) {
        try (Session session = engine.open(rules, statements(test), asOf, limits)) {
            Deduction deduction = session.deduction();
            Judge judge = new Judge(deduction, wording(test));
            return expectations.stream()
                    .map(expectation -> {
                        String failure = judge.failure(expectation);
                        return new Outcome(test, expectation, failure == null, failure == null ? "" : failure);
                    })
                    .toList();
        } catch (RuleException e) {
            return expectations.stream()
                    .map(expectation -> new Outcome(test, expectation, false, String.valueOf(e.getMessage())))
                    .toList();
        }
    }

    private static List<Statement> statements(RuleTest test) {
        Origin origin = new Origin.Asserted("test", test.name().isBlank() ? test.source() : test.name());
        List<Statement> statements = new ArrayList<>();
        for (RuleTest.Given given : test.given()) {
            Support support = new Support(test.source() + "#" + statements.size(), origin, Instant.EPOCH, null);
            statements.add(new Statement(given.triple(), given.valid(), List.of(support)));
        }
        return statements;
    }

    private static Wording wording(RuleTest test) {
        Map<Entity, String> labels = new LinkedHashMap<>();
        for (RuleTest.Given given : test.given()) {
            if (given.triple().relation().equals(Iris.LABEL) && given.triple().object() instanceof Literal label) {
                labels.putIfAbsent(given.triple().subject(), label.lexical());
            }
        }
        return new Wording(entity -> labels.getOrDefault(entity, ":" + Wording.local(entity.iri())));
    }

    /** Judges expectations by one deduction. */
    private record Judge(Deduction deduction, Wording wording) {

        /** @return why the expectation is not met; null when it is */
        @Nullable String failure(Expectation expectation) {
            return switch (expectation.kind()) {
                case HOLDS -> holds(expectation);
                case ABSENT -> absent(expectation);
                case CONFLICT -> conflict(expectation);
            };
        }

        private @Nullable String holds(Expectation e) {
            List<Triple> found = matching(e);
            if (found.isEmpty()) {
                return whyNot(e);
            }
            String rule = e.by();
            if (rule == null) {
                return null;
            }
            TreeSet<String> ways = new TreeSet<>();
            for (Triple triple : found) {
                deduction.proofs(triple, PROOFS).forEach(proof -> ways.add(way(proof)));
            }
            return ways.contains(rule) ? null : "it holds, but not by " + rule + ": " + String.join(", ", ways);
        }

        private static String way(Proof proof) {
            return switch (proof) {
                case Proof.Leaf leaf -> "stated";
                case Proof.Step step -> step.rule().id();
            };
        }

        private @Nullable String absent(Expectation e) {
            List<Triple> found = matching(e);
            if (!found.isEmpty()) {
                return "it holds: "
                        + found.stream().limit(SHOWN).map(wording::of).collect(Collectors.joining("; ")) + "\n"
                        + deduction.proof(found.getFirst()).map(Proof::text).orElse("");
            }
            return deduction.completeness().cut().isEmpty()
                    ? null
                    : "not everything was concluded: "
                            + String.join("; ", deduction.completeness().cut());
        }

        private @Nullable String conflict(Expectation e) {
            boolean clashes = deduction.conflicts().stream()
                    .flatMap(conflict -> conflict.sides().stream())
                    .anyMatch(side -> matches(side.conclusion(), e));
            if (clashes) {
                return null;
            }
            List<Triple> found = matching(e);
            return found.isEmpty()
                    ? "there is no conflict about it, and it does not hold: " + whyNot(e)
                    : "there is no conflict about it; it holds: " + wording.of(found.getFirst());
        }

        private List<Triple> matching(Expectation e) {
            Entity subject = term(e.subject()) instanceof Entity entity ? entity : null;
            return deduction.matching(subject, e.relation(), term(e.object()));
        }

        private static boolean matches(Triple triple, Expectation e) {
            return triple.relation().equals(e.relation())
                    && same(triple.subject(), e.subject())
                    && same(triple.object(), e.object());
        }

        private static boolean same(Term found, RuleTerm expected) {
            Term term = term(expected);
            return term == null || Values.identity(found).equals(Values.identity(term));
        }

        private static @Nullable Term term(RuleTerm place) {
            return place instanceof RuleTerm.Constant(Term term) ? term : null;
        }

        private String whyNot(Expectation e) {
            if (!(term(e.subject()) instanceof Entity subject)) {
                return "nothing at all is " + Wording.local(e.relation());
            }
            List<Triple> instead = deduction.matching(subject, e.relation(), null);
            String others = instead.isEmpty()
                    ? ""
                    : "instead: "
                            + instead.stream().limit(SHOWN).map(wording::of).collect(Collectors.joining("; ")) + "\n";
            String warnings = deduction.warnings().stream().map(w -> "\n" + w).collect(Collectors.joining());
            return others
                    + RefutationText.of(deduction.whyNot(subject, e.relation(), term(e.object())), wording)
                    + warnings;
        }
    }
}
