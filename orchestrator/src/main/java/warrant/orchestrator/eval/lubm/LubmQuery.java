package warrant.orchestrator.eval.lubm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.orchestrator.eval.suite.SuiteException;
import warrant.rules.Condition;
import warrant.rules.Fresh;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * A query as the data set writes it: {@code q01(?X) <- GraduateStudent(?X),
 * takesCourse(?X,Department0-University0-Course1) .}
 *
 * @param answers its variables
 * @param atoms classes of one place, relations of two
 */
record LubmQuery(String name, List<String> answers, List<Atom> atoms) {
    private static final String KIND = "urn:warrant:query#";
    private static final Pattern QUERY = Pattern.compile("\\s*(\\w+)\\(([^)]*)\\)\\s*<-(.*)\\.\\s*", Pattern.DOTALL);
    private static final Pattern ATOM = Pattern.compile("(\\w+)\\(([^)]*)\\)");
    private static final Pattern CONSTANT = Pattern.compile("(?:(Department\\d+)-)?(University\\d+)(?:-(\\w+))?");

    LubmQuery {
        answers = List.copyOf(answers);
        atoms = List.copyOf(atoms);
    }

    /** A class or relation with its places. */
    record Atom(String word, List<String> places) {
        Atom {
            places = List.copyOf(places);
        }
    }

    static List<LubmQuery> read(Path folder) {
        List<LubmQuery> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("queries"))) {
            for (Path file : files.sorted().toList()) {
                queries.add(parse(Files.readString(file)));
            }
            return queries;
        } catch (IOException | IllegalArgumentException e) {
            throw new SuiteException("cannot read the queries in " + folder + ": " + e.getMessage(), e);
        }
    }

    static LubmQuery parse(String text) {
        Matcher query = QUERY.matcher(text);
        if (!query.matches()) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no query");
        }
        List<Atom> atoms = ATOM.matcher(query.group(3))
                .results()
                .map(atom -> new Atom(atom.group(1), places(atom.group(2))))
                .toList();
        return new LubmQuery(query.group(1), places(query.group(2)), atoms);
    }

    private static List<String> places(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    Entity kind() {
        return new Entity(KIND + name);
    }

    /**
     * @return the rule that makes an answer of each way to satisfy the query; distinct answers are distinct entities
     */
    Rule rule(String namespace) {
        List<RuleTerm> arguments =
                answers.stream().<RuleTerm>map(LubmQuery::variable).toList();
        return Rule.plain(
                "query:" + name,
                name,
                atoms.stream().map(atom -> condition(atom, namespace)).toList(),
                List.of(new Rule.Head(new Fresh(name, arguments), Iris.TYPE, new RuleTerm.Constant(kind()))),
                "queries");
    }

    private static Condition condition(Atom atom, String namespace) {
        RuleTerm subject = term(atom.places().getFirst());
        return atom.places().size() == 1
                ? new Condition.Pattern(subject, Iris.TYPE, new RuleTerm.Constant(new Entity(namespace + atom.word())))
                : new Condition.Pattern(
                        subject, namespace + atom.word(), term(atom.places().getLast()));
    }

    private static RuleTerm term(String place) {
        return place.startsWith("?") ? variable(place) : new RuleTerm.Constant(constant(place));
    }

    private static RuleTerm.Variable variable(String place) {
        return new RuleTerm.Variable(place.substring(1));
    }

    /** {@code Department0-University0-Course1} is the thing that the generator calls by an address. */
    private static Entity constant(String place) {
        Matcher parts = CONSTANT.matcher(place);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + place + "' names nothing of a university");
        }
        String department = parts.group(1) == null ? "" : parts.group(1) + ".";
        String thing = parts.group(3) == null ? "" : "/" + parts.group(3);
        return new Entity("http://www." + department + parts.group(2) + ".edu" + thing);
    }
}
