package warrant.rules.check;

import static warrant.rules.check.ProofChecker.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Entry;
import warrant.rules.check.Certificate.Rival;
import warrant.rules.check.Certificate.Seen;
import warrant.rules.check.Denial.Beaten;

/** Whether a list that lacks the goal is closed under the rules: then nothing derives the goal. */
final class Denying {
    private final Denial denial;
    private final Map<String, Form.Group> rules;
    private final Arithmetic arithmetic;
    private final List<Seen> may = new ArrayList<>();
    private final List<Seen> must = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<Beaten> used = new HashSet<>();
    /** Other days that patterns ask about. */
    private final Set<LocalDate> asked = new TreeSet<>();
    /** Those of them that are not listed, where what holds on them would have to be known. */
    private final Set<LocalDate> open = new TreeSet<>();

    Denying(Denial denial, Map<String, Form.Group> rules) {
        this.denial = denial;
        this.rules = rules;
        this.arithmetic = new Arithmetic(denial.setting().calendars());
        denial.model().forEach(held -> {
            may.add(new Seen(held.triple(), held.day()));
            known.add(key(held.triple(), held.day()));
        });
        denial.entries().stream()
                .filter(entry -> known.contains(key(entry.conclusion(), entry.day())))
                .forEach(entry -> must.add(new Seen(entry.conclusion(), entry.day())));
    }

    static void check(Denial denial) {
        require(denial.seal().equals(DenialJson.seal(denial)), "the seal is broken");
        Map<String, Form.Group> rules = ProofChecker.rules(denial.rules());
        Certificate proofs = new Certificate(
                new Triple(denial.subject(), denial.relation(), denial.subject()),
                denial.asOf(),
                denial.entries(),
                denial.rules(),
                denial.pages(),
                denial.setting(),
                "");
        ProofChecker.entries(proofs, rules, new HashSet<>(), new HashSet<>());
        new Denying(denial, rules).check();
    }

    /** @return the other days that a list which is not closed would have to tell all of; empty where it is closed */
    static Set<LocalDate> lacking(Denial denial) {
        Denying denying = new Denying(denial, ProofChecker.rules(denial.rules()));
        try {
            denying.check();
            return Set.of();
        } catch (Rejection notClosed) {
            return denying.asked;
        }
    }

    /** @return which rule or document is not as held; empty when all are, and no rule is left out */
    static String strange(Denial denial, ProofChecker.Anchors anchors) {
        Map<String, String> versions = new HashMap<>();
        denial.rules().forEach(rule -> versions.put(rule.id(), rule.version()));
        if (!versions.equals(anchors.versions())) {
            return "the rules are not those held";
        }
        return denial.pages().stream()
                .filter(page -> !page.file().equals(anchors.files().get(page.document())))
                .map(page -> "document " + page.name() + " is not the one held")
                .findFirst()
                .orElse("");
    }

    private static String key(Triple triple, @Nullable LocalDate day) {
        return triple.subject() + " " + triple.relation() + " " + Written.key(triple.object()) + " " + day;
    }

    private void check() {
        require(denial.days().contains(denial.asOf()), "the as-of day is not among the days");
        require(new HashSet<>(denial.days()).size() == denial.days().size(), "a day is listed twice");
        require(denial.model().size() == known.size(), "something is listed twice in the model");
        require(denial.snapshot().equals(denial.stated()), "what is stated has another hash");
        for (Beaten one : denial.beaten()) {
            require(!known.contains(key(one.conclusion(), one.day())), "beaten and in the model: " + one.conclusion());
            if (one.rule() == null) {
                beaten(one);
            }
        }
        for (Seen one : may) {
            require(!isGoal(one), "the goal is in the model: " + one.triple());
        }
        Dependence dependence = new Dependence(rules.values(), denial.relation(), denial.object());
        for (LocalDate day : denial.days()) {
            for (Form.Group rule : rules.values()) {
                boolean needed = rule.all("then").getFirst().groups().stream()
                        .anyMatch(head -> dependence.on(head, day.equals(denial.asOf())));
                if (needed) {
                    closed(rule, day, dependence);
                }
            }
        }
        require(open.isEmpty(), "nothing is listed of " + open + ", which a rule asks about");
        require(used.size() == denial.beaten().size(), "something is listed as beaten that no rule reaches");
    }

    private boolean isGoal(Seen one) {
        Term object = denial.object();
        return denial.asOf().equals(one.day())
                && one.triple().subject().equals(denial.subject())
                && one.triple().relation().equals(denial.relation())
                && (object == null || Value.same(object, one.triple().object()));
    }

    /** Whatever the rule could conclude on the day is in the model, or is beaten. */
    private void closed(Form.Group rule, LocalDate day, Dependence dependence) {
        String variable = rule.field("for");
        if (variable == null && !Applying.inForce(rule, day)) {
            return;
        }
        Map<String, Term> start = new HashMap<>(Map.of("today", Literal.date(day)));
        for (String label : labels(rule, new TreeSet<>())) {
            Set<Term> named = new HashSet<>();
            may.stream()
                    .filter(seen -> seen.day() == null && ProofChecker.labels(seen.triple(), label))
                    .forEach(seen -> named.add(seen.triple().subject()));
            if (named.size() != 1) {
                return;
            }
            start.put("@" + label, named.iterator().next());
        }
        List<Form.Group> body = Scopes.apart(
                Applying.body(rule), Conditions.variables(rule.all("then").getFirst()));
        new Bound(day, true).solve(body, start, Matching.Used.NONE, (bindings, ignored) -> {
            for (Form.Group head : rule.all("then").getFirst().groups()) {
                if (dependence.on(head, day.equals(denial.asOf()))) {
                    concluded(rule, head, day, bindings);
                }
            }
            return false;
        });
    }

    private static Set<String> labels(Form.Group form, Set<String> labels) {
        if (form.word().equals("named")) {
            labels.add(form.text(1));
        }
        form.groups().forEach(part -> labels(part, labels));
        return labels;
    }

    private void concluded(Form.Group rule, Form.Group head, LocalDate day, Map<String, Term> bindings) {
        Term object = Applying.made(head.group(3), bindings);
        if (Applying.made(head.group(1), bindings) instanceof Entity subject && object != null) {
            Triple conclusion = new Triple(subject, head.text(2), object);
            if (!known.contains(key(conclusion, day))) {
                beaten(String.valueOf(rule.field("id")), conclusion, day);
            }
        }
    }

    private void beaten(String rule, Triple conclusion, LocalDate day) {
        for (Beaten beaten : denial.beaten()) {
            if (rule.equals(beaten.rule())
                    && beaten.day().equals(day)
                    && ProofChecker.same(beaten.conclusion(), conclusion)) {
                beaten(beaten);
                return;
            }
        }
        throw new Rejection("rule " + rule + " concludes " + conclusion + " as of " + day + ", and it is not listed");
    }

    private void beaten(Beaten beaten) {
        require(beaten.by() >= 0 && beaten.by() < denial.entries().size(), "beaten by no entry");
        Entry by = denial.entries().get(beaten.by());
        String winner = by instanceof Certificate.Inference inference ? inference.rule() : null;
        require(beaten.day().equals(by.day()), "beaten on another day");
        Rival loser = new Rival(beaten.conclusion(), beaten.rule(), beaten.preference(), winner);
        Clashing clashing = new Clashing(denial.setting(), rules, by.conclusion(), winner);
        if (beaten.preference().equals(Denial.TIE)) {
            tied(clashing, loser, by.conclusion());
        } else {
            clashing.check(List.of(loser), new HashSet<>());
        }
        used.add(beaten);
    }

    /** Two that clash, of which the first principle that decides does not prefer the one. */
    private static void tied(Clashing clashing, Rival rival, Triple own) {
        require(clashing.clash(rival), rival.conclusion() + " does not clash with what it is tied with");
        for (String preference : List.of("STATED", "RULE", "OVERRIDES", "RANK", "ENACTED", "SPECIAL")) {
            if (clashing.loses(new Rival(rival.conclusion(), rival.rule(), preference, rival.winner()))) {
                return;
            }
            require(
                    !clashing.loses(new Rival(own, rival.winner(), preference, rival.rule())),
                    rival.conclusion() + " is preferred to what it is tied with");
        }
    }

    /** Conditions over what may hold, where what a negation denies must hold; inside of it the other way round. */
    private final class Bound extends Matching {
        private final LocalDate day;
        private final boolean upper;

        Bound(LocalDate day, boolean upper) {
            super(Denying.this.arithmetic, day, upper ? may : must);
            this.day = day;
            this.upper = upper;
        }

        @Override
        @Nullable Used absent(Form.Group condition, Map<String, Term> bindings, Used used) {
            boolean denied = new Bound(day, !upper)
                    .solve(Conditions.counterexample(condition), bindings, used, (some, records) -> true);
            return denied ? null : used;
        }

        /** What has no value is not met. */
        @Override
        @Nullable Map<String, Term> decided(Form.Group condition, Map<String, Term> bindings) {
            try {
                return super.decided(condition, bindings);
            } catch (Rejection none) {
                return null;
            }
        }

        /** Of a day that is not listed anything may hold, and nothing must. */
        @Override
        boolean triple(Form.Group pattern, Map<String, Term> bindings, Used used, Found more) {
            Form when = pattern.parts().getLast();
            LocalDate other = when.equals(new Form.Word("ever")) ? null : day(when, bindings);
            if (other != null && !other.equals(denial.asOf())) {
                asked.add(other);
            }
            if (other == null || denial.days().contains(other)) {
                return super.triple(pattern, bindings, used, more);
            }
            if (!upper || !bindings.keySet().containsAll(Conditions.variables(pattern))) {
                open.addAll(upper ? Set.of(other) : Set.of());
                return false;
            }
            return more.enough(bindings, used);
        }

        @Override
        @Nullable Value folded(Form.Group fold, Map<String, Term> bindings) {
            require(
                    rows(fold, bindings)
                            .keySet()
                            .equals(new Bound(day, !upper).rows(fold, bindings).keySet()),
                    "an aggregate runs over something that is not proved");
            try {
                return super.folded(fold, bindings);
            } catch (Rejection none) {
                return null;
            }
        }
    }
}
