package warrant.rules.check;

import static warrant.rules.check.ProofChecker.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Absent;
import warrant.rules.check.Certificate.Computed;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Certificate.Inference;
import warrant.rules.check.Certificate.Seen;

/** One application of a rule, against the text of the rule. */
final class Inferring {
    private final Certificate certificate;
    private final Map<String, Form.Group> rules;
    private final Inference inference;
    private final int number;
    private final Form.Group rule;
    private final Arithmetic arithmetic;
    private final Map<String, Term> bindings;

    Inferring(Certificate certificate, Map<String, Form.Group> rules, Inference inference, int number) {
        this.certificate = certificate;
        this.rules = rules;
        this.inference = inference;
        this.number = number;
        this.rule = rule(inference.rule());
        this.arithmetic = new Arithmetic(certificate.setting().calendars());
        this.bindings = new HashMap<>(inference.bindings());
        require(
                certificate.rules().stream()
                        .anyMatch(text -> text.id().equals(inference.rule())
                                && text.version().equals(inference.version())),
                "entry " + (number + 1) + " names another version of rule " + inference.rule());
    }

    private Form.Group rule(String id) {
        Form.Group known = rules.get(id);
        if (known == null) {
            throw new Rejection("rule " + id + " is not in the certificate");
        }
        return known;
    }

    /**
     * @param needed numbers of entries that something rests on; those of this one are added
     * @param applied ids of rules used; those of this one are added
     */
    void check(Set<Integer> needed, Set<String> applied) {
        String where = "entry " + (number + 1) + ", rule " + inference.rule() + ": ";
        try {
            Term today = Literal.date(inference.day());
            require(today.equals(bindings.getOrDefault("today", today)), "it was applied as of another day");
            require(
                    bindings.keySet().stream()
                            .allMatch(name -> name.equals("today") || name.startsWith("@") || mentions(name)),
                    "a binding of a variable that the rule does not know");
            List<Seen> facts = facts(needed);
            require(inForce(), "the rule is not in force");
            require(new Applied(facts).satisfied(), "the conditions of the rule are not met by the premises");
            require(heads(), "the rule does not conclude " + inference.conclusion());
            applied.add(inference.rule());
            new Clashing(certificate.setting(), rules, inference.conclusion(), inference.rule())
                    .check(inference.rivals(), applied);
            aggregated(needed);
        } catch (Rejection rejection) {
            throw new Rejection(where + rejection.getMessage());
        } catch (ClassCastException | IndexOutOfBoundsException | java.util.NoSuchElementException malformed) {
            throw new Rejection(where + "malformed: " + malformed.getMessage());
        }
    }

    private boolean mentions(String name) {
        String day = rule.field("for");
        return Conditions.variables(rule).contains(name) || name.equals(day);
    }

    private List<Seen> facts(Set<Integer> needed) {
        List<Seen> facts = new ArrayList<>();
        for (int premise : inference.premises()) {
            require(premise >= 0 && premise < number, "a premise that does not come before");
            needed.add(premise);
            Entry entry = certificate.entries().get(premise);
            facts.add(new Seen(entry.conclusion(), entry.day()));
        }
        require(new HashSet<>(inference.premises()).size() == facts.size(), "a premise is named twice");
        return facts;
    }

    private boolean inForce() {
        String variable = rule.field("for");
        if (variable == null) {
            return Applying.inForce(rule, inference.day());
        }
        Term bound = bindings.get(variable);
        return bound != null && Value.of(bound) instanceof Value.Day(LocalDate day) && Applying.inForce(rule, day);
    }

    private boolean heads() {
        return rule.all("then").getFirst().groups().stream().anyMatch(head -> {
            Term subject = Applying.made(head.group(1), bindings);
            Term object = Applying.made(head.group(3), bindings);
            Triple conclusion = inference.conclusion();
            return subject instanceof Entity
                    && object != null
                    && subject.equals(conclusion.subject())
                    && head.text(2).equals(conclusion.relation())
                    && Value.same(object, conclusion.object());
        });
    }

    /** Whatever an aggregate ran over is proved by an earlier entry of its own. */
    private void aggregated(Set<Integer> needed) {
        for (Computed computed : inference.computations()) {
            for (Seen seen : computed.extension()) {
                boolean found = false;
                for (int i = 0; i < number; i++) {
                    Entry entry = certificate.entries().get(i);
                    if (entry.conclusion().equals(seen.triple()) && java.util.Objects.equals(entry.day(), seen.day())) {
                        found = true;
                        needed.add(i);
                    }
                }
                require(found, "an aggregate runs over something that is not proved: " + seen.triple());
            }
        }
    }

    /** The body against the premises; negations and aggregates against their own extensions. */
    private final class Applied extends Matching {
        private final int premises;
        private final Set<Integer> labels = new LinkedHashSet<>();
        private final Set<String> shared = Scopes.shared(Applying.body(rule));

        Applied(List<Seen> facts) {
            super(Inferring.this.arithmetic, inference.day(), facts);
            this.premises = facts.size();
            bindings.forEach((name, term) -> {
                if (name.startsWith("@")) {
                    label(name.substring(1), term, facts);
                }
            });
            bindings.put("today", Literal.date(inference.day()));
        }

        private void label(String label, Term term, List<Seen> facts) {
            boolean found = false;
            for (int i = 0; i < facts.size(); i++) {
                Seen fact = facts.get(i);
                if (fact.day() == null
                        && fact.triple().subject().equals(term)
                        && ProofChecker.labels(fact.triple(), label)) {
                    labels.add(i);
                    found = true;
                }
            }
            require(found, "nothing says that @\"" + label + "\" is " + term);
        }

        boolean satisfied() {
            Set<Object> records = new HashSet<>(inference.absences());
            records.addAll(inference.computations());
            return solve(
                    Applying.body(rule),
                    bindings,
                    new Used(labels, Set.of()),
                    (some, used) ->
                            used.facts().size() == premises && used.records().equals(records));
        }

        /** What only the {@code exists} knows is forgotten: another one may use the name for something else. */
        @Override
        Map<String, Term> left(Map<String, Term> before, Map<String, Term> inside) {
            Map<String, Term> left = new HashMap<>(inside);
            left.keySet().removeIf(name -> !before.containsKey(name) && !shared.contains(name));
            return left;
        }

        private boolean agrees(Map<String, Term> recorded, Map<String, Term> current) {
            return recorded.entrySet().stream().allMatch(each -> {
                Term now = current.get(Scopes.original(each.getKey()));
                return now != null && Value.same(now, each.getValue());
            });
        }

        @Override
        @Nullable Used absent(Form.Group condition, Map<String, Term> current, Used used) {
            for (Absent absence : inference.absences()) {
                if (form(absence.condition()).equals(condition) && agrees(absence.bindings(), current)) {
                    require(absence.complete(), "an absence whose extension is not listed in full");
                    Matching closed = new Matching(arithmetic, inference.day(), absence.extension());
                    List<Form.Group> denied = Scopes.apart(Conditions.counterexample(condition), current.keySet());
                    boolean refuted = closed.solve(denied, current, Used.NONE, (some, records) -> true);
                    return refuted ? null : used.withRecord(absence);
                }
            }
            return null;
        }

        @Override
        @Nullable Used computed(Form.Group condition, Map<String, Term> current, Used used) {
            Used more = null;
            for (Computed computed : inference.computations()) {
                boolean meant = form(computed.condition()).equals(condition) && agrees(computed.bindings(), current);
                if (meant && valued(condition, computed)) {
                    more = (more == null ? used : more).withRecord(computed);
                }
            }
            return more;
        }

        private boolean valued(Form.Group condition, Computed computed) {
            if (!computed.extension().isEmpty()) {
                return false;
            }
            int first = condition.word().equals("compare") ? 2 : 1;
            List<Term> values = computed.values();
            boolean all = values.size() == condition.parts().size() - first;
            for (int i = 0; all && i < values.size(); i++) {
                Value again = arithmetic.value(condition.group(first + i), named(computed.bindings()));
                all = Value.same(again, Value.of(values.get(i)));
            }
            return all;
        }

        private Map<String, Term> named(Map<String, Term> recorded) {
            Map<String, Term> all = new HashMap<>(bindings);
            recorded.forEach((name, term) -> all.put(Scopes.original(name), term));
            return all;
        }

        @Override
        boolean fold(Form.Group fold, Map<String, Term> current, Used used, Found more) {
            for (Computed computed : inference.computations()) {
                boolean meant = form(computed.condition()).equals(fold) && agrees(computed.bindings(), current);
                if (meant && computed.values().size() == 1) {
                    Matching closed = new Matching(arithmetic, inference.day(), computed.extension());
                    Value value = closed.folded(fold, current);
                    Term result = current.get(fold.text(1));
                    return value != null
                            && result != null
                            && Value.same(value, Value.of(result))
                            && Value.same(value, Value.of(computed.values().getFirst()))
                            && more.enough(current, used.withRecord(computed));
                }
            }
            return false;
        }
    }

    private static Form.Group form(String text) {
        return Form.parse(text.replaceAll("~[0-9]+\"", "\""));
    }
}
