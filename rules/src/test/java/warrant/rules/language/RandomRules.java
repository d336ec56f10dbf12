package warrant.rules.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.Saying;
import warrant.rules.value.Comparison;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/** Makes rules that are well formed, though they mean nothing. */
final class RandomRules {
    private static final List<Literal> LITERALS = List.of(
            Literal.integer(12),
            Literal.integer(-3),
            new Literal("1.5", Datatypes.DECIMAL),
            new Literal("4 %", Datatypes.PERCENTAGE),
            new Literal("EUR 84300.00", Datatypes.MONEY),
            new Literal("USD -0.125", Datatypes.MONEY),
            new Literal("2024-02-29", Datatypes.DATE),
            new Literal("P45D", Datatypes.DURATION),
            new Literal("P24M", Datatypes.DURATION),
            new Literal("P1Y", Datatypes.DURATION),
            new Literal("P1B", Datatypes.DURATION),
            new Literal("P10B aldermark", Datatypes.DURATION),
            Literal.text("a \"quoted\" \\ # 'text' <urn:x> — ü"),
            Literal.text(""),
            Literal.bool(true),
            Literal.bool(false));

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** Reads one rule without the checks that need other rules. */
    static Rule readBack(String text) {
        Problems problems = new Problems();
        Names names = new Names(Supply.ONTOLOGY, "t", problems);
        var item = Syntax.rules(new SourceText("t", text), problems).read().getFirst();
        ValueReading values = new ValueReading("t", names, Supply.SETTINGS.calendars(), problems);
        Draft draft = RuleReading.read(item.ruleDecl(), values, Supply.SETTINGS.ranks());
        if (problems.errors() > 0) {
            throw new AssertionError(text + problems.list());
        }
        return draft.rule();
    }

    Rule rule() {
        List<Rule.Citation> citations = list(0, 2, () -> new Rule.Citation("a \"b\".pdf", "9.2(b)", "some words"));
        return new Rule(
                one("r-1", "unless", "in", "Ü_2"),
                one("", "A label", "with \"quotes\""),
                random.nextBoolean() ? Rule.Kind.ORDINARY : Rule.Kind.PRESUME,
                citations,
                random.nextBoolean() ? null : one("statute", "contract"),
                random.nextBoolean() ? null : LocalDate.of(2020, 1, 1),
                new Interval(
                        random.nextBoolean() ? null : LocalDate.of(2021, 1, 1),
                        random.nextBoolean() ? null : LocalDate.of(2022, 1, 1)),
                random.nextBoolean() ? null : variable(),
                list(0, 2, () -> one("x", "y-z", "then")),
                conditions(0, 4, 2),
                list(0, 2, () -> conditions(1, 2, 1)),
                list(1, 3, () -> new Rule.Head(headSubject(), relation(), random.nextInt(4) == 0 ? fresh() : term())),
                saying(),
                "t:1");
    }

    private Saying saying() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String language : List.of(Saying.ANY, "de", "zh")) {
            String text = one("", "Said of {?a}", "\\ and \"", "名 {?a}");
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        return new Saying(texts);
    }

    private List<Condition> conditions(int least, int most, int depth) {
        return list(least, most, () -> condition(depth));
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 0, 1 -> pattern();
            case 2 -> new Condition.Compare(left(), one(Comparison.values()), expr(3));
            case 3 ->
                new Condition.Holds(
                        new Expr.Call(one(Function.CONTAINS, Function.STARTS_WITH), List.of(expr(2), expr(2)), null));
            case 4 -> new Condition.Not(conditions(1, 2, depth - 1));
            case 5 -> new Condition.Exists(conditions(1, 2, depth - 1));
            case 6 -> new Condition.Forall(conditions(1, 2, depth - 1), conditions(1, 2, depth - 1));
            case 7 -> new Condition.Or(list(2, 3, () -> conditions(1, 2, depth - 1)));
            default ->
                new Condition.Aggregate(
                        variable(), one(Condition.Fold.values()), variable(), conditions(1, 2, depth - 1));
        };
    }

    private Condition.Pattern pattern() {
        Condition.When when = switch (random.nextInt(4)) {
            case 0 -> new Condition.When.At(variable());
            case 1 -> new Condition.When.At(new RuleTerm.Constant(Literal.date(LocalDate.of(2024, 1, 1))));
            case 2 -> Condition.When.Ever.EVER;
            default -> Condition.When.Today.TODAY;
        };
        return new Condition.Pattern(subject(), relation(), term(), when);
    }

    /** A condition begins neither with a bracket nor with a minus sign. */
    private Expr left() {
        return switch (random.nextInt(3)) {
            case 0 -> new Expr.Arithmetic(one(Operator.values()), variable(), expr(1));
            case 1 -> call(2);
            default -> variable();
        };
    }

    private Expr expr(int depth) {
        if (depth == 0) {
            return term();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Expr.Arithmetic(one(Operator.values()), expr(depth - 1), expr(depth - 1));
            case 1 -> new Expr.Minus(random.nextBoolean() ? variable() : new Expr.Minus(variable()));
            case 2 -> call(depth - 1);
            default -> term();
        };
    }

    private Expr call(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> new Expr.Call(Function.ROUND, List.of(expr(depth), expr(0)), one("half-up", "down"));
            case 1 -> new Expr.Call(Function.NEXT_BUSINESS_DAY, List.of(expr(depth)), nullOr("aldermark"));
            default -> new Expr.Call(Function.MAX, list(1, 3, () -> expr(depth)), null);
        };
    }

    private @Nullable String nullOr(String word) {
        return random.nextBoolean() ? null : word;
    }

    private HeadTerm headSubject() {
        return random.nextInt(4) == 0 ? fresh() : subject();
    }

    private Fresh fresh() {
        return new Fresh("made", list(0, 3, this::subject));
    }

    private RuleTerm subject() {
        return switch (random.nextInt(4)) {
            case 0 -> new RuleTerm.Constant(new Entity(one(Supply.NS + "x", "urn:other:y", "http://a.b/c#d.e")));
            case 1 -> new RuleTerm.Named(one("Halden Ltd", "The \"A\" Co."));
            default -> variable();
        };
    }

    private RuleTerm term() {
        return random.nextInt(3) == 0
                ? new RuleTerm.Constant(LITERALS.get(random.nextInt(LITERALS.size())))
                : subject();
    }

    private RuleTerm.Variable variable() {
        return new RuleTerm.Variable(one("a", "b_1", "today", "Üx"));
    }

    private String relation() {
        return one(Supply.NS + "amount", Iris.TYPE, "urn:other:rel", Iris.LABEL, "http://a.b/c#d.e");
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> List<T> list(int least, int most, Supplier<T> make) {
        List<T> made = new ArrayList<>();
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            made.add(make.get());
        }
        return made;
    }
}
