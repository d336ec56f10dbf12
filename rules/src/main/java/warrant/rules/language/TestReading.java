package warrant.rules.language;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.HeadTerm;
import warrant.rules.RuleTerm;
import warrant.rules.language.RuleTest.Expectation;
import warrant.rules.language.RuleTest.Kind;
import warrant.rules.language.grammar.RulesParser;
import warrant.rules.language.grammar.RulesParser.TestPartContext;
import warrant.rules.language.grammar.RulesParser.TripleContext;

/** Reads one test. */
final class TestReading {
    private static final String CREATED = Iris.WARRANT + "test:";

    private final ValueReading values;
    private final Ontology ontology;
    private final Set<String> relations;
    private final Set<String> ids;
    private final ConditionReading triples;

    private final List<RuleTest.Given> given = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<String, Entity> created = new LinkedHashMap<>();
    private @Nullable LocalDate day;

    /**
     * @param relations that are known
     * @param ids of rules
     */
    TestReading(ValueReading values, Ontology ontology, Set<String> relations, Set<String> ids) {
        this.values = values;
        this.ontology = ontology;
        this.relations = relations;
        this.ids = ids;
        this.triples = new ConditionReading(values, new Marks(new Place("", 0, 0)));
    }

    RuleTest read(RulesParser.TestDeclContext test) {
        day = wholeDay(test.testPart());
        test.testPart().forEach(this::part);
        return new RuleTest(ValueReading.unquote(test.STRING().getText()), source(test), given, expectations);
    }

    /** A day at the end of a test is that of the whole test; elsewhere, days hold for what follows them. */
    private @Nullable LocalDate wholeDay(List<TestPartContext> parts) {
        List<TestPartContext> read = parts.stream()
                .filter(part -> !(part instanceof RulesParser.GivenContext))
                .toList();
        List<RulesParser.AsOfContext> days = read.stream()
                .filter(RulesParser.AsOfContext.class::isInstance)
                .map(RulesParser.AsOfContext.class::cast)
                .toList();
        return days.size() == 1 && read.getLast() instanceof RulesParser.AsOfContext only
                ? day(only.DATE().getSymbol())
                : null;
    }

    private void part(TestPartContext part) {
        switch (part) {
            case RulesParser.GivenContext c -> c.fact().forEach(this::given);
            case RulesParser.AsOfContext c -> day = day(c.DATE().getSymbol());
            case RulesParser.ExpectNotContext c -> expect(Kind.ABSENT, c.triple(), null, c);
            case RulesParser.ExpectConflictContext c -> expect(Kind.CONFLICT, c.triple(), null, c);
            case RulesParser.ExpectTripleContext c -> expect(Kind.HOLDS, c.triple(), c.id(), c);
            default -> throw new IllegalStateException("no such part of a test: " + part.getText());
        }
    }

    private void given(RulesParser.FactContext fact) {
        TripleContext triple = fact.triple();
        String relation = relation(triple);
        Term subject = ground(term(triples.subject(triple.subject()), triple), triple);
        Term object = ground(term(triples.object(triple.object()), triple), triple);
        LocalDate from = fact.from == null ? null : day(fact.from);
        LocalDate until = fact.until == null ? null : day(fact.until);
        if (from != null && until != null && !from.isBefore(until)) {
            values.problems().error(values.place(fact), "never: the end of ‘from … until …’ does not count");
            return;
        }
        if (subject instanceof Entity entity) {
            given.add(new RuleTest.Given(new Triple(entity, relation, object), new Interval(from, until)));
        }
    }

    private Term ground(RuleTerm term, TripleContext triple) {
        if (term instanceof RuleTerm.Constant(Term value)) {
            return value;
        }
        values.problems().error(values.place(triple), "what is given has no variables; found " + term);
        return new Entity(Names.UNKNOWN);
    }

    private void expect(Kind kind, TripleContext triple, RulesParser.@Nullable IdContext by, TestPartContext part) {
        if (by != null && !ids.contains(by.getText())) {
            values.problems()
                    .error(
                            values.place(by),
                            "unknown rule " + by.getText(),
                            Nearest.to(by.getText(), ids).orElse(null));
        }
        expectations.add(new Expectation(
                kind,
                term(triples.subject(triple.subject()), triple),
                relation(triple),
                term(triples.object(triple.object()), triple),
                by == null ? null : by.getText(),
                day,
                source(part),
                text(part)));
    }

    /** Entities named by label become those of the ontology, or new ones that bear the label. */
    private RuleTerm term(HeadTerm term, TripleContext triple) {
        if (term instanceof RuleTerm.Named(String label)) {
            return new RuleTerm.Constant(created.computeIfAbsent(label, this::create));
        }
        if (term instanceof RuleTerm plain) {
            return plain;
        }
        values.problems()
                .error(
                        values.place(triple),
                        "new(…) stands in the heads of rules only",
                        "a variable for what they make");
        return new RuleTerm.Constant(new Entity(Names.UNKNOWN));
    }

    private Entity create(String label) {
        String normal = Labels.normal(label);
        List<String> known = ontology.entities().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(name -> Labels.same(name, label)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!known.isEmpty()) {
            return new Entity(known.getFirst());
        }
        String digest =
                UUID.nameUUIDFromBytes(normal.getBytes(StandardCharsets.UTF_8)).toString();
        String readable = normal.replaceAll("[^\\p{L}0-9]+", "-");
        Entity entity = new Entity(CREATED + readable + "-" + digest.substring(0, 4));
        given.add(new RuleTest.Given(new Triple(entity, Iris.LABEL, Literal.text(label)), Interval.ALWAYS));
        return entity;
    }

    private String relation(TripleContext triple) {
        String relation = triples.relation(triple.verb());
        if (!relations.contains(relation) && !relation.equals(Names.UNKNOWN)) {
            Names names = values.names();
            List<String> candidates = relations.stream().map(names::shown).toList();
            values.problems()
                    .error(
                            values.place(triple.verb()),
                            "unknown relation " + names.shown(relation),
                            Nearest.to(names.shown(relation), candidates).orElse(null));
        }
        return relation;
    }

    private @Nullable LocalDate day(Token token) {
        return values.day(token);
    }

    private String source(ParserRuleContext context) {
        Place place = values.place(context);
        return place.file() + ":" + place.line();
    }

    private static String text(ParseTree tree) {
        if (tree.getChildCount() == 0) {
            return tree.getText();
        }
        return java.util.stream.IntStream.range(0, tree.getChildCount())
                .mapToObj(tree::getChild)
                .map(TestReading::text)
                .collect(Collectors.joining(" "));
    }
}
