package warrant.rules.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.Expr;
import warrant.rules.Rule;
import warrant.rules.RuleException;
import warrant.rules.RuleTerm;
import warrant.rules.value.Comparison;
import warrant.rules.value.Operator;

/** The words of rules in other syntaxes, one after the other, and what their terms and built-ins mean here. */
final class ForeignWords {
    /** What is quoted repeats possessively: otherwise each character would cost a frame of the stack. */
    private static final Pattern WORD = Pattern.compile(
            "\\s+|#[^\\n"
                    + "]*|//[^\\n"
                    + "]*|(->|<-|→|\\[|]|\\(|\\)|,|\\^\\^|\\^|∧|\\?[\\p{L}_][\\p{L}0-9_]*|<[^\\s<>]*>"
                    + "|'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|[-+]?[0-9]+(?:\\.[0-9]+)?|@prefix|@include"
                    + "|[\\p{L}_][\\p{L}0-9_.-]*:(?:[\\p{L}_][\\p{L}0-9_-]*)?|:[\\p{L}_][\\p{L}0-9_-]*|[\\p{L}_][\\p{L}0-9_-]*|\\.|:)");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", Pattern.DOTALL);

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "equal", Comparison.EQUAL,
            "notequal", Comparison.UNEQUAL,
            "differentfrom", Comparison.UNEQUAL,
            "lessthan", Comparison.LESS,
            "greaterthan", Comparison.GREATER,
            "le", Comparison.AT_MOST,
            "ge", Comparison.AT_LEAST,
            "lessthanorequal", Comparison.AT_MOST,
            "greaterthanorequal", Comparison.AT_LEAST);
    private static final Map<String, Operator> OPERATORS = Map.of(
            "sum", Operator.PLUS,
            "add", Operator.PLUS,
            "difference", Operator.MINUS,
            "subtract", Operator.MINUS,
            "product", Operator.TIMES,
            "multiply", Operator.TIMES,
            "quotient", Operator.OVER,
            "divide", Operator.OVER);

    private final List<String> words = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final String file;
    private int at;
    private int others;

    ForeignWords(String file, String text, Map<String, String> prefixes) {
        this.file = file;
        this.prefixes.putAll(prefixes);
        this.prefixes.putIfAbsent("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        this.prefixes.putIfAbsent("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        this.prefixes.putIfAbsent("owl", "http://www.w3.org/2002/07/owl#");
        this.prefixes.putIfAbsent("xsd", "http://www.w3.org/2001/XMLSchema#");
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        int line = 1;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new RuleException(file + ":" + line + ": not understood: "
                        + text.substring(end, Math.min(text.length(), end + 20)).strip());
            }
            if (matcher.group(1) != null) {
                words.add(matcher.group(1));
                lines.add(line);
            }
            line += (int) matcher.group().chars().filter(c -> c == '\n').count();
            end = matcher.end();
        }
    }

    boolean isOver() {
        return at >= words.size();
    }

    int line() {
        return lines.isEmpty() ? 1 : lines.get(Math.min(at, lines.size() - 1));
    }

    RuleException wrong(String what) {
        String found = isOver() ? "the end" : "‘" + words.get(at) + "’";
        return new RuleException(file + ":" + line() + ": " + what + "; found " + found);
    }

    boolean is(String word) {
        return !isOver() && words.get(at).equals(word);
    }

    /** @return the label {@code name:} that stands here; empty where there is none */
    String label() {
        if (!isOver() && words.get(at).endsWith(":") && words.get(at).length() > 1) {
            return label(next());
        }
        return "";
    }

    private static String label(String word) {
        return word.substring(0, word.length() - 1);
    }

    /** @return a variable that no rule of the text has */
    RuleTerm.Variable another() {
        String name;
        do {
            name = "any" + ++others;
        } while (words.contains("?" + name));
        return new RuleTerm.Variable(name);
    }

    boolean skip(String word) {
        boolean there = is(word);
        at += there ? 1 : 0;
        return there;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw wrong("expected ‘" + word + "’");
        }
    }

    String next() {
        if (isOver()) {
            throw wrong("expected more");
        }
        return words.get(at++);
    }

    /** Reads {@code name: <iri>}, what follows the word that says that a prefix is declared. */
    void declare() {
        if (isOver() || !words.get(at).endsWith(":")) {
            throw wrong("expected a prefix that ends with ‘:’, such as ‘ex:’");
        }
        String prefix = label(next());
        if (isOver() || !words.get(at).startsWith("<")) {
            throw wrong("expected what " + prefix + ": stands for, such as ‘<http://example.org/>’");
        }
        prefixes.put(prefix, iri(next()));
    }

    /** @return the IRI that a word stands for */
    String iri(String word) {
        if (word.startsWith("<")) {
            return word.substring(1, word.length() - 1);
        }
        int colon = word.indexOf(':');
        String prefix = colon < 0 ? "" : word.substring(0, colon);
        String namespace = prefixes.get(prefix);
        if (namespace == null) {
            at--;
            throw wrong(
                    colon < 0
                            ? "a name without a prefix, and no namespace for such"
                            : "unknown prefix " + prefix + ":");
        }
        return namespace + word.substring(colon + 1);
    }

    RuleTerm term() {
        String word = next();
        char first = word.charAt(0);
        if (first == '?') {
            return new RuleTerm.Variable(word.substring(1));
        }
        return new RuleTerm.Constant(first == '\'' || first == '"' ? text(word) : plain(word));
    }

    private Term plain(String word) {
        if (word.matches("[-+]?[0-9]+")) {
            return new Literal(word.replace("+", ""), Datatypes.INTEGER);
        }
        if (word.matches("[-+]?[0-9.]+")) {
            return Literal.decimal(new java.math.BigDecimal(word));
        }
        return word.equals("true") || word.equals("false") ? Literal.bool(word.equals("true")) : new Entity(iri(word));
    }

    private Literal text(String word) {
        String text = unescaped(word.substring(1, word.length() - 1));
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            at--;
            throw wrong("a text of several lines cannot be said here");
        }
        return skip("^^") ? new Literal(text, iri(next())) : Literal.text(text);
    }

    /** The escapes of N-Triples and of Java; any other character after a backslash stands for itself. */
    private static String unescaped(String quoted) {
        return ESCAPE.matcher(quoted).replaceAll(escape -> {
            String code = escape.group(1);
            return Matcher.quoteReplacement(code.length() > 1 ? point(code) : control(code));
        });
    }

    private static String control(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            default -> letter;
        };
    }

    /** @return the character of a number; the letter alone where there is no such character */
    private static String point(String code) {
        long number = Long.parseLong(code.substring(1), 16);
        return number <= Character.MAX_CODE_POINT ? Character.toString((int) number) : code;
    }

    /** @return what a built-in over arguments means */
    Condition builtin(String name, List<RuleTerm> arguments) {
        String plain = name.substring(name.indexOf(':') + 1).toLowerCase(java.util.Locale.ROOT);
        Comparison comparison = COMPARISONS.get(plain);
        if (comparison != null && arguments.size() == 2) {
            return new Condition.Compare(arguments.getFirst(), comparison, arguments.getLast());
        }
        Operator operator = OPERATORS.get(plain);
        if (operator != null && arguments.size() == 3) {
            boolean last = name.indexOf(':') < 0;
            RuleTerm result = last ? arguments.get(2) : arguments.get(0);
            Expr value = new Expr.Arithmetic(operator, arguments.get(last ? 0 : 1), arguments.get(last ? 1 : 2));
            return new Condition.Compare(result, Comparison.EQUAL, value);
        }
        throw wrong(
                "the built-in " + name + " with " + arguments.size() + " values has no counterpart here, before this");
    }

    static Rule rule(String id, List<Condition> body, List<Rule.Head> head, String source) {
        return Rule.plain(id, "", body, head, source);
    }
}
