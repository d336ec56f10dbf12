package warrant.rules;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import warrant.graph.Origin;
import warrant.graph.Quotation;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;

/** A proof as numbered reasoning: premises before what rests on them, the conclusion last. */
public final class ProofText {
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();
    /**
     * By identity: proofs share their parts, and comparing them part by part would take each as often as it is used.
     */
    private final IdentityHashMap<Proof, Integer> numbers = new IdentityHashMap<>();

    private ProofText(Wording wording) {
        this.wording = wording;
    }

    static String of(Proof proof) {
        return of(proof, Wording.PLAIN);
    }

    /** @return the proof in words, with entities called as the wording says */
    public static String of(Proof proof, Wording wording) {
        ProofText text = new ProofText(wording);
        text.number(proof);
        return text.out.toString();
    }

    private int number(Proof proof) {
        Integer known = numbers.get(proof);
        if (known != null) {
            return known;
        }
        String reasons = switch (proof) {
            case Proof.Leaf leaf -> leaf(leaf);
            case Proof.Step step -> step(step);
        };
        int number = numbers.size() + 1;
        numbers.put(proof, number);
        out.append(number).append(". ").append(wording.of(proof.conclusion()));
        out.append('\n').append(reasons);
        return number;
    }

    private String leaf(Proof.Leaf leaf) {
        return leaf.statements().stream()
                .flatMap(statement -> statement.supports().stream().map(support -> support(statement, support)))
                .distinct()
                .collect(Collectors.joining());
    }

    private static String support(Statement statement, Support support) {
        String days = days(statement);
        return switch (support.origin()) {
            case Origin.Asserted(String author, String reason) ->
                line("stated by " + author + days + " (" + reason + ")");
            case Origin.Extracted extracted ->
                extracted.evidence().stream()
                        .map(quotation -> line("“" + quotation.text() + "” " + place(quotation) + days))
                        .collect(Collectors.joining());
            case Origin.Derived(String rule, List<Triple> premises) -> line("concluded before by " + rule + days);
        };
    }

    private static String place(Quotation quotation) {
        String cell = quotation.span().cell();
        String document = quotation.span().document();
        String name = document.length() > 16 ? document.substring(0, 12) : document;
        return "[" + name + ", " + quotation.span().page() + (cell == null ? "" : " " + cell) + "]";
    }

    private static String days(Statement statement) {
        var valid = statement.valid();
        return (valid.from() == null ? "" : " from " + valid.from())
                + (valid.until() == null ? "" : " until " + valid.until());
    }

    private String step(Proof.Step step) {
        StringBuilder text = new StringBuilder();
        String said = wording.said(step);
        if (!said.isEmpty()) {
            text.append(line(said));
        }
        text.append(line("by rule " + step.rule().id() + ", " + step.rule().name() + ", as of " + step.asOf()));
        for (Rule.Citation citation : step.rule().citations()) {
            text.append(
                    line("   " + citation.file() + ", clause " + citation.clause() + ": “" + citation.words() + "”"));
        }
        for (Proof premise : step.premises()) {
            int number = number(premise);
            text.append(line("because " + wording.of(premise.conclusion()) + " (" + number + ")"));
        }
        step.computations().forEach(each -> text.append(computation(each)));
        step.absences().forEach(each -> text.append(absence(each)));
        for (Proof.Rival rival : step.rivals()) {
            String by =
                    rival.rule() == null ? "stated" : "by rule " + rival.rule().id();
            text.append(line("against " + wording.of(rival.conclusion()) + " (" + by + "): "
                    + rival.preference().words()));
        }
        return text.toString();
    }

    private String computation(Proof.Computation computed) {
        String values = computed.values().stream().map(wording::of).collect(Collectors.joining(" and "));
        Map<String, warrant.graph.Term> shown = new HashMap<>(computed.bindings());
        if (computed.condition() instanceof Condition.Aggregate aggregate) {
            shown.remove(aggregate.result().name());
            return line("because " + wording.of(computed.condition(), shown) + ", which is " + values + " over "
                    + computed.extension().size() + " statements");
        }
        return line("because " + wording.of(computed.condition(), shown) + " [" + values + "]");
    }

    private String absence(Proof.Absence absence) {
        String what = switch (absence.condition()) {
            case Condition.Not(List<Condition> group) ->
                "no record of "
                        + group.stream()
                                .map(each -> wording.of(each, absence.bindings()))
                                .collect(Collectors.joining(" and "));
            case Condition other -> wording.of(other, absence.bindings()) + " without exception";
        };
        String among = absence.complete()
                ? "" + absence.extension().size()
                : "more than " + absence.extension().size();
        return line("and " + what + ", among " + among + " related statements");
    }

    private static String line(String text) {
        return "   " + text + "\n";
    }
}
