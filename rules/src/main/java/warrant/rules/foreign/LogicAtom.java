package warrant.rules.foreign;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * An atom of a {@link LogicProgram}: {@code Furry($x, True)}, {@code Chases(cat, $x, False)}.
 *
 * @param predicate as it is written
 * @param arguments one or two, variables with {@code $}
 * @param positive whether it says so rather than the contrary
 */
public record LogicAtom(String predicate, List<String> arguments, boolean positive) {
    private static final String NAMESPACE = "urn:warrant:program#";
    private static final Pattern ATOM = Pattern.compile("\\s*(!?)\\s*([^\\s()!][^()!]*?)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z]\\w*");
    private static final int MOST_ARGUMENTS = 2;

    public LogicAtom {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || arguments.size() > MOST_ARGUMENTS) {
            throw new IllegalArgumentException("'" + predicate + "' speaks of " + arguments.size()
                    + " things. A statement here speaks of one or two.");
        }
    }

    /** @throws IllegalArgumentException saying what is no atom */
    static LogicAtom parse(String text) {
        Matcher matcher = ATOM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no atom such as Round($x, True)");
        }
        List<String> places =
                Arrays.stream(matcher.group(3).split(",")).map(String::strip).toList();
        boolean plain = matcher.group(1).isEmpty();
        return switch (places.getLast()) {
            case "True" -> new LogicAtom(matcher.group(2), places.subList(0, places.size() - 1), plain);
            case "False" -> new LogicAtom(matcher.group(2), places.subList(0, places.size() - 1), !plain);
            default -> new LogicAtom(matcher.group(2), places, plain);
        };
    }

    /** @return the same said to be the contrary */
    public LogicAtom negated() {
        return new LogicAtom(predicate, arguments, !positive);
    }

    /** @throws IllegalArgumentException if a variable stands in it */
    public Triple triple() {
        if (!variables().isEmpty()) {
            throw new IllegalArgumentException("'" + predicate + "' is said of a variable");
        }
        return new Triple(
                entity(arguments.getFirst()),
                relation(),
                arguments.size() == 1 ? Literal.bool(positive) : entity(arguments.getLast()));
    }

    /** @return what it speaks of, by name */
    List<Entity> things() {
        return arguments.stream()
                .filter(argument -> !VARIABLE.matcher(argument).matches())
                .map(LogicAtom::entity)
                .toList();
    }

    /** @return the same said of anything */
    LogicAtom general() {
        return new LogicAtom(
                predicate,
                IntStream.range(0, arguments.size()).mapToObj(i -> "$x" + i).toList(),
                true);
    }

    List<String> variables() {
        return arguments.stream()
                .filter(argument -> VARIABLE.matcher(argument).matches())
                .toList();
    }

    Condition.Pattern pattern() {
        return new Condition.Pattern(term(arguments.getFirst()), relation(), object());
    }

    Rule.Head head() {
        return new Rule.Head(term(arguments.getFirst()), relation(), object());
    }

    /** A flag has its truth as its value; a relation between two things has another name for its contrary. */
    private String relation() {
        return NAMESPACE + (arguments.size() == 1 || positive ? "" : "not.") + encoded(predicate);
    }

    private RuleTerm object() {
        return arguments.size() == 1 ? new RuleTerm.Constant(Literal.bool(positive)) : term(arguments.getLast());
    }

    private static RuleTerm term(String argument) {
        return VARIABLE.matcher(argument).matches()
                ? new RuleTerm.Variable(argument.substring(1))
                : new RuleTerm.Constant(entity(argument));
    }

    private static Entity entity(String name) {
        return new Entity(NAMESPACE + encoded(name));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return predicate + "(" + String.join(", ", arguments) + ", " + (positive ? "True" : "False") + ")";
    }
}
