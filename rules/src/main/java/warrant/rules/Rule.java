package warrant.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.rules.RuleTerm.Variable;

/**
 * A clause that a lawyer can read.
 *
 * @param id unique in its rule base
 * @param label its name in words, or empty
 * @param rank one of the ranks of the matter; missing is lowest
 * @param enacted the day it was made; missing decides nothing
 * @param force the days on which it is in force
 * @param forceDay the variable whose day must lie in {@code force}; null: the as-of day
 * @param overrides ids of rules whose clashing conclusions it beats
 * @param unless exceptions, each a conjunction; any of them stops the rule
 * @param head what it concludes; at least one
 * @param say the sentence that says it, in one language or several
 * @param source file and line, for messages; no part of the version
 */
public record Rule(
        String id,
        String label,
        Kind kind,
        List<Citation> citations,
        @Nullable String rank,
        @Nullable LocalDate enacted,
        Interval force,
        @Nullable Variable forceDay,
        List<String> overrides,
        List<Condition> body,
        List<List<Condition>> unless,
        List<Head> head,
        Saying say,
        String source) {

    public Rule {
        citations = List.copyOf(citations);
        overrides = List.copyOf(overrides);
        body = List.copyOf(body);
        unless = unless.stream().map(List::copyOf).toList();
        head = List.copyOf(head);
        if (head.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " concludes nothing");
        }
    }

    /** A rule whose sentence, where it has one, names no language. */
    public Rule(
            String id,
            String label,
            Kind kind,
            List<Citation> citations,
            @Nullable String rank,
            @Nullable LocalDate enacted,
            Interval force,
            @Nullable Variable forceDay,
            List<String> overrides,
            List<Condition> body,
            List<List<Condition>> unless,
            List<Head> head,
            String say,
            String source) {
        this(
                id,
                label,
                kind,
                citations,
                rank,
                enacted,
                force,
                forceDay,
                overrides,
                body,
                unless,
                head,
                Saying.of(say),
                source);
    }

    /** @return a rule that always holds, cites nothing and overrides nothing: one that is made, not written */
    public static Rule plain(String id, String label, List<Condition> body, List<Head> head, String source) {
        return new Rule(
                id,
                label,
                Kind.ORDINARY,
                List.of(),
                null,
                null,
                Interval.ALWAYS,
                null,
                List.of(),
                body,
                List.of(),
                head,
                "",
                source);
    }

    /** Whether a conclusion stands until beaten, or yields to whatever says otherwise. */
    public enum Kind {
        ORDINARY,
        PRESUME
    }

    /**
     * The words that a rule formalises.
     *
     * @param file name of the document
     * @param clause number of the clause
     * @param words equal to the document's text, with runs of white space as one blank
     */
    public record Citation(String file, String clause, String words) {}

    /** A triple that the rule concludes. */
    public record Head(HeadTerm subject, String relation, HeadTerm object) {}

    /** @return SHA-256 of {@link RuleForm#write}, in hexadecimal: equal rules have equal versions */
    public String version() {
        return RuleForm.hash(RuleForm.write(this));
    }

    /** @return the label, or the id where there is none */
    public String name() {
        return label.isEmpty() ? id : label;
    }
}
