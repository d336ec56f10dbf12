package warrant.rules.check;

import static warrant.rules.Small.body;
import static warrant.rules.Small.relation;
import static warrant.rules.Small.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warrant.graph.Document;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Origin;
import warrant.graph.Page;
import warrant.graph.Quotation;
import warrant.graph.Span;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Condition.Aggregate;
import warrant.rules.Condition.Compare;
import warrant.rules.Condition.Exists;
import warrant.rules.Condition.Fold;
import warrant.rules.Condition.Forall;
import warrant.rules.Condition.Not;
import warrant.rules.Condition.Or;
import warrant.rules.Condition.Pattern;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Named;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.Small;
import warrant.rules.value.Comparison;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/** A small dispute that uses everything a rule can say, quoted from one document. */
final class Dispute {
    static final String TEXT =
            "Invoice one of EUR 1000.05 fell due on 2024-03-01 and was paid on 2024-04-15 by Ada Ltd.";
    static final Document DOCUMENT = new Document(
            "doc",
            "letter.pdf",
            "f".repeat(64),
            "application/pdf",
            "Letter",
            null,
            "test",
            List.of(new Page("1", TEXT)));

    private Dispute() {}

    static Optional<Document> document(String id) {
        return id.equals(DOCUMENT.id()) ? Optional.of(DOCUMENT) : Optional.empty();
    }

    static Statement quoted(String words, String text, Interval valid) {
        return quoted(words, Small.triple(text), valid);
    }

    static Statement quoted(String words, Triple triple, Interval valid) {
        int begin = TEXT.indexOf(words);
        Quotation quotation = new Quotation(new Span("doc", "1", begin, begin + words.length(), null), words);
        Origin origin = new Origin.Extracted(List.of(quotation), 0.9, "model", "test");
        return new Statement(triple, valid, List.of(new Support(words + triple, origin, Instant.EPOCH, null)));
    }

    static List<Statement> statements() {
        List<Statement> all = new ArrayList<>(Small.statements(
                "two a Invoice",
                "two amount 5",
                "two of con",
                "one of con",
                "con a Contract",
                "bob waives two",
                "one dueOn 2024-03-01",
                "one signed true",
                "con term 30",
                "con amended true",
                "ada parent ben",
                "ben parent cem",
                "n sent 2024-05-01",
                "m sent 2024-05-01",
                "m received 2024-05-09"));
        all.add(quoted(
                "EUR 1000.05",
                new Triple(Small.entity("one"), relation("owed"), new Literal("EUR 1000.05", "urn:warrant:Money")),
                Interval.ALWAYS));
        all.add(quoted("Invoice one", "one a Invoice", Interval.ALWAYS));
        all.add(quoted("2024-04-15", "one paidOn 2024-04-15", Interval.ALWAYS));
        all.add(quoted("1000", "one amount 1000", Interval.ALWAYS));
        all.add(quoted(
                "Ada Ltd", new Triple(Small.entity("ada"), Iris.LABEL, Literal.text("Ada Ltd.")), Interval.ALWAYS));
        all.add(quoted("paid", "one heldBy ada", new Interval(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 1))));
        return all;
    }

    static Variable var(String name) {
        return new Variable(name);
    }

    static Constant value(String text, String datatype) {
        return new Constant(new Literal(text, datatype));
    }

    static List<Condition> with(List<Condition> body, Condition... more) {
        List<Condition> all = new ArrayList<>(body);
        all.addAll(List.of(more));
        return all;
    }

    private static Compare compare(Expr left, Comparison sign, Expr right) {
        return new Compare(left, sign, right);
    }

    static RuleBase rules() {
        Rule chain = rule("chain", body("?a parent ?b", "?b controls ?c"), "?a controls ?c");
        Expr interest = new Expr.Call(
                Function.ROUND,
                List.of(
                        new Expr.Arithmetic(
                                Operator.OVER,
                                new Expr.Arithmetic(
                                        Operator.TIMES,
                                        new Expr.Arithmetic(
                                                Operator.TIMES, var("x"), value("0.04", Iris.XSD + "decimal")),
                                        var("days")),
                                Small.place("365")),
                        Small.place("2")),
                "half-up");
        Rule late = Small.unless(
                rule(
                        "late",
                        with(
                                body("?i a Invoice", "?i owed ?x", "?i dueOn ?d", "?i paidOn ?p"),
                                compare(var("p"), Comparison.GREATER, var("d")),
                                compare(
                                        var("days"),
                                        Comparison.EQUAL,
                                        new Expr.Call(Function.DAYS, List.of(var("d"), var("p")), null)),
                                compare(var("y"), Comparison.EQUAL, interest)),
                        "?i interest ?y"),
                "?who waives ?i");
        Aggregate sum = new Aggregate(var("t"), Fold.SUM, var("x"), body("?i of ?c", "?i amount ?x"));
        Rule total = rule("total", with(body("?c a Contract"), sum), "?c total ?t");
        Forall all = new Forall(body("?i of ?c"), body("?i a Invoice"));
        Rule clean = rule("clean", with(body("?c a Contract"), all), "?c clean true");
        Exists some = new Exists(with(
                body("?i of ?c", "?i amount ?x"),
                compare(var("x"), Comparison.GREATER, Small.place("10")),
                new Not(body("?w waives ?i"))));
        Rule big = rule("big", with(body("?c a Contract"), some), "?c big true");
        Or either = new Or(List.of(body("?i signed true"), body("?who waives ?i")));
        Rule touched = rule("touched", with(body("?i a Invoice"), either), "?i touched true");
        Rule held = rule("held", body("?i heldBy ?h"), "?i holder ?h");
        Rule then = rule(
                "then",
                with(body("?i paidOn ?d"), new Pattern(var("i"), relation("holder"), var("h"), new When.At(var("d")))),
                "?i paidBy ?h");
        Rule ever = rule(
                "ever", List.of(new Pattern(var("i"), relation("heldBy"), var("h"), When.Ever.EVER)), "?i knew ?h");
        return Small.base(
                List.of(
                        rule("direct", body("?a parent ?b"), "?a controls ?b"),
                        chain,
                        late,
                        total,
                        clean,
                        big,
                        touched,
                        held,
                        then,
                        ever,
                        made(),
                        named(),
                        windowed(),
                        rule("original", body("?c a Contract"), "?c period 30"),
                        rule(
                                "amended",
                                Rule.Kind.ORDINARY,
                                List.of("original"),
                                body("?c amended true"),
                                "?c period 45"),
                        rule("presumed", Rule.Kind.PRESUME, List.of(), body("?n sent ?d"), "?n received ?d"),
                        rule("proved", body("?n sent 2024-05-01", "?n received ?d"), "?n wasReceived ?d")),
                Set.of("period"),
                Set.of());
    }

    private static Rule made() {
        Rule plain = rule("made", body("?i paidOn ?d"), "?i breach true");
        Fresh breach = new Fresh("breach", List.of(var("i"), var("d")));
        return new Rule(
                plain.id(),
                plain.label(),
                plain.kind(),
                plain.citations(),
                null,
                null,
                plain.force(),
                null,
                List.of(),
                plain.body(),
                List.of(),
                List.of(
                        new Rule.Head(breach, relation("about"), var("i")),
                        new Rule.Head(breach, Iris.TYPE, Small.place("Breach"))),
                "",
                "test");
    }

    private static Rule named() {
        Rule plain = rule("named", body("?a parent ?b"), "?b under true");
        return new Rule(
                plain.id(),
                plain.label(),
                plain.kind(),
                plain.citations(),
                null,
                null,
                plain.force(),
                null,
                List.of(),
                List.of(new Pattern(new Named("ADA  Ltd"), relation("parent"), var("b"))),
                List.of(),
                plain.head(),
                "",
                "test");
    }

    private static Rule windowed() {
        Rule plain = rule("windowed", body("?i paidOn ?d"), "?i inWindow true");
        Interval window = new Interval(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 5, 1));
        return new Rule(
                plain.id(),
                plain.label(),
                plain.kind(),
                plain.citations(),
                null,
                null,
                window,
                var("d"),
                List.of(),
                plain.body(),
                List.of(),
                plain.head(),
                "",
                "test");
    }
}
