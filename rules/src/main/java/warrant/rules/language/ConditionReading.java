package warrant.rules.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.rules.Condition;
import warrant.rules.Condition.Fold;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.language.grammar.RulesParser;
import warrant.rules.language.grammar.RulesParser.ConditionContext;
import warrant.rules.language.grammar.RulesParser.TripleContext;
import warrant.rules.value.Comparison;
import warrant.rules.value.Function;

/** Reads triples and conditions. */
final class ConditionReading {
    private static final Constant NONE = new Constant(new Entity(Names.UNKNOWN));

    private final ValueReading values;
    private final ExprReading exprs;
    private final Marks marks;

    ConditionReading(ValueReading values, Marks marks) {
        this.values = values;
        this.exprs = new ExprReading(values, marks);
        this.marks = marks;
    }

    List<Condition> body(List<ConditionContext> conditions) {
        List<Condition> read = new ArrayList<>();
        conditions.forEach(condition -> read(condition, read));
        return read;
    }

    private List<Condition> group(RulesParser.GroupContext group) {
        return body(group.body().condition());
    }

    private void read(ConditionContext context, List<Condition> into) {
        switch (context) {
            case RulesParser.NegationContext c ->
                into.add(mark(
                        new Condition.Not(
                                c.group() == null ? List.of(pattern(c.triple(), c.when())) : group(c.group())),
                        c));
            case RulesParser.ExistenceContext c -> into.add(mark(new Condition.Exists(group(c.group())), c));
            case RulesParser.UniversalContext c ->
                into.add(mark(new Condition.Forall(group(c.range), group(c.then)), c));
            case RulesParser.AlternativesContext c when c.group().size() == 1 -> into.addAll(group(c.group(0)));
            case RulesParser.AlternativesContext c ->
                into.add(mark(
                        new Condition.Or(c.group().stream().map(this::group).toList()), c));
            case RulesParser.PlainContext c -> plain(c).ifPresent(condition -> into.add(mark(condition, c)));
            case RulesParser.HoldsContext c -> holds(c).ifPresent(condition -> into.add(mark(condition, c)));
            default ->
                values.problems()
                        .error(
                                values.place(context),
                                "new(…) makes an entity, which only a head (after ‘then’) can do");
        }
    }

    private <T> T mark(T part, ConditionContext context) {
        return marks.mark(part, values.place(context));
    }

    private Optional<Condition> plain(RulesParser.PlainContext c) {
        if (c.verb() != null) {
            return Optional.of(pattern(c));
        }
        if (c.group() != null) {
            return aggregate(c);
        }
        Comparison comparison = Comparison.of(c.compare().getText()).orElseThrow();
        return Optional.of(new Condition.Compare(exprs.read(c.first()), comparison, exprs.read(c.expr())));
    }

    private Optional<Condition> holds(RulesParser.HoldsContext c) {
        if (!(exprs.call(c.call()) instanceof Expr.Call made)) {
            return Optional.empty();
        }
        if (made.function() != Function.CONTAINS && made.function() != Function.STARTS_WITH) {
            values.problems()
                    .error(
                            values.place(c),
                            made.function().spelling() + " gives a value, which must be compared",
                            "?x = " + c.getText());
        }
        return Optional.of(new Condition.Holds(made));
    }

    private Condition pattern(RulesParser.PlainContext c) {
        RuleTerm subject = NONE;
        if (ExprReading.only(c.first()) instanceof RulesParser.TermContext term) {
            subject = values.term(term, marks);
        } else {
            values.problems()
                    .error(
                            values.place(c),
                            "a subject is a variable or an entity; found ‘"
                                    + c.first().getText() + "’");
        }
        return new Condition.Pattern(subject, relation(c.verb()), bodyTerm(c.object()), when(c.when()));
    }

    private Condition pattern(TripleContext c, RulesParser.@Nullable WhenContext when) {
        HeadTerm subject = subject(c.subject());
        if (subject instanceof Fresh) {
            values.problems().error(values.place(c), "new(…) makes an entity, which only a head (after ‘then’) can do");
        }
        RuleTerm term = subject instanceof RuleTerm plain ? plain : NONE;
        return marks.mark(
                new Condition.Pattern(term, relation(c.verb()), bodyTerm(c.object()), when(when)), values.place(c));
    }

    private RuleTerm bodyTerm(RulesParser.ObjectContext c) {
        if (object(c) instanceof RuleTerm term) {
            return term;
        }
        values.problems().error(values.place(c), "new(…) makes an entity, which only a head (after ‘then’) can do");
        return NONE;
    }

    HeadTerm subject(RulesParser.SubjectContext c) {
        return c.term() != null ? values.term(c.term(), marks) : fresh(c.fresh());
    }

    HeadTerm object(RulesParser.ObjectContext c) {
        if (c.term() != null) {
            return values.term(c.term(), marks);
        }
        return c.fresh() != null ? fresh(c.fresh()) : values.literal(c.literal(), c.getChildCount() == 2, marks);
    }

    private Fresh fresh(RulesParser.FreshContext c) {
        return new Fresh(
                ValueReading.unquote(c.STRING().getText()),
                c.term().stream().map(t -> values.term(t, marks)).toList());
    }

    /** @return the IRI of a relation, or of the type */
    String relation(RulesParser.VerbContext verb) {
        if (verb.relation() != null) {
            return values.names().iri(verb.getStart());
        }
        String word = verb.getText();
        if (!word.equals("a")) {
            values.problems()
                    .error(
                            values.place(verb),
                            "expected a relation such as :owns, or a; found ‘" + word + "’",
                            Set.of("is", "equals", "are").contains(word) ? "=" : ":" + word);
            return Names.UNKNOWN;
        }
        return Iris.TYPE;
    }

    private When when(RulesParser.@Nullable WhenContext c) {
        if (c == null) {
            return When.Today.TODAY;
        }
        if (c.VAR() != null) {
            return new When.At(values.variable(c.VAR().getSymbol(), marks));
        }
        if (c.DATE() != null) {
            LocalDate day = values.day(c.DATE().getSymbol());
            return day == null ? When.Today.TODAY : new When.At(new Constant(Literal.date(day)));
        }
        return When.Ever.EVER;
    }

    private Optional<Condition> aggregate(RulesParser.PlainContext c) {
        TerminalNode result = ExprReading.bareVariable(c.first());
        ParseTree right = ExprReading.only(c.expr());
        Optional<Fold> fold = Optional.empty();
        TerminalNode over = null;
        if (right instanceof RulesParser.CallContext call && call.argument().size() == 1) {
            fold = Fold.of(call.function().getText());
            RulesParser.ArgumentContext only = call.argument().getFirst();
            over = only.expr() == null ? null : ExprReading.bareVariable(only.expr());
        }
        if (result == null
                || over == null
                || fold.isEmpty()
                || !c.compare().getText().equals("=")) {
            values.problems()
                    .error(
                            values.place(c),
                            "an aggregate reads ?n = count(?x) over { … }, with count, sum, min, max or avg",
                            "assigning what is computed to a variable inside the braces");
            return Optional.empty();
        }
        return Optional.of(new Condition.Aggregate(
                values.variable(result.getSymbol(), marks),
                fold.get(),
                values.variable(over.getSymbol(), marks),
                group(c.group())));
    }
}
