package warrant.rules.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import warrant.graph.Interval;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.Saying;
import warrant.rules.language.grammar.RulesParser;
import warrant.rules.language.grammar.RulesParser.RuleDeclContext;

/** Reads one rule. */
final class RuleReading {
    private final ValueReading values;
    private final List<String> ranks;
    private final Place place;
    private final Marks marks;

    private final List<Rule.Citation> citations = new ArrayList<>();
    private final List<Draft.Overridden> overrides = new ArrayList<>();
    private @Nullable String rank;
    private @Nullable LocalDate enacted;
    private @Nullable Interval force;
    private @Nullable Variable forceDay;

    private RuleReading(ValueReading values, List<String> ranks, Place place) {
        this.values = values;
        this.ranks = ranks;
        this.place = place;
        this.marks = new Marks(place);
    }

    static Draft read(RuleDeclContext context, ValueReading values, List<String> ranks) {
        Place place = values.place(context.id());
        return new RuleReading(values, ranks, place).draft(context);
    }

    private Draft draft(RuleDeclContext context) {
        int errors = values.problems().errors();
        context.header().forEach(this::header);
        ConditionReading conditions = new ConditionReading(values, marks);
        List<Condition> body = context.body() == null
                ? List.of()
                : conditions.body(context.body().condition());
        List<List<Condition>> unless = context.exception().stream()
                .map(exception -> conditions.body(exception.body().condition()))
                .toList();
        List<Rule.Head> head = context.head().triple().stream()
                .map(triple -> marks.mark(
                        new Rule.Head(
                                conditions.subject(triple.subject()),
                                conditions.relation(triple.verb()),
                                conditions.object(triple.object())),
                        values.place(triple)))
                .toList();
        Rule rule = new Rule(
                context.id().getText(),
                context.label == null ? "" : ValueReading.unquote(context.label.getText()),
                context.kind.getText().equals("presume") ? Rule.Kind.PRESUME : Rule.Kind.ORDINARY,
                citations,
                rank,
                enacted,
                force == null ? Interval.ALWAYS : force,
                forceDay,
                overrides.stream().map(Draft.Overridden::rule).toList(),
                body,
                unless,
                head,
                saying(context.saying()),
                place.file() + ":" + place.line());
        if (!context.saying().isEmpty()) {
            marks.mark(rule, values.place(context.saying().getFirst().STRING().getSymbol()));
        }
        boolean sound = values.problems().errors() == errors;
        return new Draft(rule, values.names(), marks, place, List.copyOf(overrides), sound);
    }

    private Saying saying(List<RulesParser.SayingContext> sentences) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (RulesParser.SayingContext sentence : sentences) {
            String language = sentence.id() == null ? Saying.ANY : sentence.id().getText();
            if (sentence.id() != null && !Saying.LANGUAGES.contains(language)) {
                values.problems()
                        .error(
                                values.place(sentence.id()),
                                "a sentence in the language '" + language + "', which is unknown here",
                                "one of " + String.join(", ", Saying.LANGUAGES));
            }
            String text = ValueReading.unquote(sentence.STRING().getText());
            if (texts.putIfAbsent(language, text) != null) {
                values.problems()
                        .error(
                                values.place(sentence),
                                "two sentences " + (language.isEmpty() ? "name no language" : "in '" + language + "'"),
                                "‘say’ once for each language");
            }
        }
        texts.values().removeIf(String::isEmpty);
        return new Saying(texts);
    }

    private void header(RulesParser.HeaderContext header) {
        switch (header) {
            case RulesParser.CitesContext c -> {
                Rule.Citation citation = new Rule.Citation(
                        ValueReading.unquote(c.file.getText()),
                        ValueReading.unquote(c.clause.getText()),
                        ValueReading.unquote(c.words.getText()));
                if (citation.words().isBlank()) {
                    values.problems().error(values.place(c.words), "a citation quotes at least one word");
                }
                citations.add(marks.mark(citation, values.place(c)));
            }
            case RulesParser.RankContext c -> {
                once(rank, c);
                rank = rank(c.id());
            }
            case RulesParser.EnactedContext c -> {
                once(enacted, c);
                enacted = values.day(c.DATE().getSymbol());
            }
            case RulesParser.OverridesContext c ->
                c.id().forEach(id -> overrides.add(new Draft.Overridden(id.getText(), values.place(id))));
            case RulesParser.InForceContext c -> {
                once(force, c);
                force = interval(c);
                forceDay = c.VAR() == null ? null : values.variable(c.VAR().getSymbol(), marks);
            }
            default -> throw new IllegalStateException("no such header: " + header.getText());
        }
    }

    private void once(@Nullable Object before, RulesParser.HeaderContext header) {
        if (before != null) {
            values.problems()
                    .error(values.place(header), "‘" + header.getStart().getText() + "’ stands once in a rule");
        }
    }

    private String rank(RulesParser.IdContext id) {
        String name = id.getText();
        if (!ranks.contains(name)) {
            values.problems()
                    .error(
                            values.place(id),
                            "unknown rank " + name,
                            Nearest.to(name, ranks)
                                    .orElse(
                                            ranks.isEmpty()
                                                    ? "a line ‘ranks: [" + name + "]’ in matter.yaml"
                                                    : "one of " + String.join(", ", ranks)));
        }
        return name;
    }

    private Interval interval(RulesParser.InForceContext context) {
        LocalDate from = day(context.from);
        LocalDate until = day(context.until);
        if (from != null && until != null && !from.isBefore(until)) {
            values.problems()
                    .error(
                            values.place(context),
                            "in force from " + from + " until " + until + ": never, since the end does not count");
            return Interval.ALWAYS;
        }
        return new Interval(from, until);
    }

    private @Nullable LocalDate day(@Nullable Token token) {
        return token == null ? null : values.day(token);
    }
}
