package warrant.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.value.Comparison;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/**
 * A rule as text that a program can read without any of this code: nested lists of words and quoted strings, as in
 * {@code (rule (id "late") … (if (triple (var "x") "urn:e:owes" (var "y") today)) (then …))}.
 *
 * <p>The version of a rule is the hash of this text, and certificates carry it.
 */
public final class RuleForm {
    private final StringBuilder out = new StringBuilder();

    private RuleForm() {}

    public static String write(Rule rule) {
        RuleForm form = new RuleForm();
        form.rule(rule);
        return form.out.toString();
    }

    /** @return a condition alone, in the same form */
    public static String write(Condition condition) {
        RuleForm form = new RuleForm();
        form.condition(condition);
        return form.out.toString();
    }

    /** @return SHA-256 of a text in UTF-8, in hexadecimal */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private void rule(Rule rule) {
        out.append("(rule");
        field("id", rule.id());
        field("label", rule.label());
        field("kind", rule.kind().name().toLowerCase(Locale.ROOT));
        for (Rule.Citation citation : rule.citations()) {
            field("cites", citation.file(), citation.clause(), citation.words());
        }
        optional("rank", rule.rank());
        optional("enacted", rule.enacted());
        optional("from", rule.force().from());
        optional("until", rule.force().until());
        optional("for", rule.forceDay() == null ? null : rule.forceDay().name());
        field("overrides", rule.overrides().toArray(String[]::new));
        group("if", rule.body());
        rule.unless().forEach(exception -> group("unless", exception));
        out.append(" (then");
        for (Rule.Head head : rule.head()) {
            out.append(" (triple ");
            headTerm(head.subject());
            out.append(' ');
            text(head.relation());
            out.append(' ');
            headTerm(head.object());
            out.append(')');
        }
        out.append(')');
        if (rule.say().isEmpty()) {
            field("say", "");
        }
        rule.say().texts().forEach(this::say);
        out.append(')');
    }

    private void say(String language, String text) {
        if (language.equals(Saying.ANY)) {
            field("say", text);
        } else {
            field("say", language, text);
        }
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Pattern pattern -> pattern(pattern);
            case Condition.Not(List<Condition> group) -> plain("not", group);
            case Condition.Exists(List<Condition> group) -> plain("exists", group);
            case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                out.append("(forall");
                group("range", range);
                group("then", then);
                out.append(')');
            }
            case Condition.Or(List<List<Condition>> branches) -> {
                out.append("(or");
                branches.forEach(branch -> group("branch", branch));
                out.append(')');
            }
            case Condition.Aggregate aggregate -> {
                out.append("(fold ");
                text(aggregate.result().name());
                out.append(' ').append(aggregate.fold().word()).append(' ');
                text(aggregate.over().name());
                group("over", aggregate.group());
                out.append(')');
            }
            case Condition.Compare(Expr left, Comparison comparison, Expr right) -> {
                out.append("(compare ").append(comparison.symbol()).append(' ');
                expr(left);
                out.append(' ');
                expr(right);
                out.append(')');
            }
            case Condition.Holds(Expr.Call call) -> {
                out.append("(holds ");
                expr(call);
                out.append(')');
            }
        }
    }

    private void pattern(Condition.Pattern pattern) {
        out.append("(triple ");
        expr(pattern.subject());
        out.append(' ');
        text(pattern.relation());
        out.append(' ');
        expr(pattern.object());
        switch (pattern.when()) {
            case Condition.When.Today today -> out.append(" today)");
            case Condition.When.Ever ever -> out.append(" ever)");
            case Condition.When.At(RuleTerm day) -> {
                out.append(" (at ");
                expr(day);
                out.append("))");
            }
        }
    }

    private void headTerm(HeadTerm term) {
        switch (term) {
            case RuleTerm plain -> expr(plain);
            case Fresh(String name, List<RuleTerm> arguments) -> {
                out.append("(new ");
                text(name);
                arguments(arguments);
            }
        }
    }

    private void expr(Expr expr) {
        switch (expr) {
            case RuleTerm.Variable(String name) -> field1("var", name);
            case RuleTerm.Constant(Term term) -> constant(term);
            case RuleTerm.Named(String label) -> field1("named", label);
            case Expr.Arithmetic(Operator operator, Expr left, Expr right) -> {
                out.append('(').append(operator.symbol());
                arguments(List.of(left, right));
            }
            case Expr.Minus(Expr operand) -> {
                out.append("(minus");
                arguments(List.of(operand));
            }
            case Expr.Call(Function function, List<Expr> arguments, String option) -> {
                out.append("(call ");
                text(function.spelling());
                if (option != null) {
                    out.append(' ');
                    field1("option", option);
                }
                arguments(arguments);
            }
        }
    }

    private void constant(Term term) {
        switch (term) {
            case Entity(String iri) -> field1("entity", iri);
            case Literal(String lexical, String datatype) -> {
                out.append("(literal ");
                text(lexical);
                out.append(' ');
                text(datatype);
                out.append(')');
            }
        }
    }

    private void arguments(List<? extends Expr> arguments) {
        for (Expr argument : arguments) {
            out.append(' ');
            expr(argument);
        }
        out.append(')');
    }

    private void group(String word, List<Condition> conditions) {
        out.append(' ');
        plain(word, conditions);
    }

    private void plain(String word, List<Condition> conditions) {
        out.append('(').append(word);
        for (Condition condition : conditions) {
            out.append(' ');
            condition(condition);
        }
        out.append(')');
    }

    private void optional(String word, @Nullable Object value) {
        if (value != null) {
            field(word, value.toString());
        }
    }

    private void field(String word, String... values) {
        out.append(" (").append(word);
        for (String value : values) {
            out.append(' ');
            text(value);
        }
        out.append(')');
    }

    private void field1(String word, String value) {
        out.append('(').append(word).append(' ');
        text(value);
        out.append(')');
    }

    private void text(String value) {
        out.append('"');
        out.append(value.replace("\\", "\\\\").replace("\"", "\\\""));
        out.append('"');
    }
}
