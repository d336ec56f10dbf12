package warrant.rules.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import warrant.graph.Ontology;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleException;
import warrant.rules.justify.Program;
import warrant.rules.language.grammar.RulesLexer;
import warrant.rules.language.grammar.RulesParser;

/** Reads the rules of a matter. All problems of all files come back at once. */
public final class RuleLanguage {
    private final Ontology ontology;
    private final MatterSettings settings;
    private final Problems problems = new Problems();
    private final List<Draft> drafts = new ArrayList<>();
    private final Declarations declarations = new Declarations();
    private final Set<String> forgivenRules = new HashSet<>();

    private RuleLanguage(Ontology ontology, MatterSettings settings) {
        this.ontology = ontology;
        this.settings = settings;
    }

    /**
     * @param files in the order in which their rules are kept
     * @return the rules with all that the ontology implies, or the errors; warnings in either case
     */
    public static Parsed parse(List<SourceText> files, Ontology ontology, MatterSettings settings) {
        RuleLanguage language = new RuleLanguage(ontology, settings);
        files.forEach(language::read);
        language.check();
        RuleBase rules = language.problems.errors() > 0 ? null : language.evaluable();
        return new Parsed(rules, language.problems.list());
    }

    /** @return the rule base, if its relations can be settled one after the other; null after reporting why not */
    private @Nullable RuleBase evaluable() {
        try {
            RuleBase rules = ruleBase();
            Program program = new Program(rules);
            program.clauses().forEach(program::plan);
            return rules;
        } catch (RuleException e) {
            String message = String.valueOf(e.getMessage());
            Set<String> words = new HashSet<>(List.of(message.split("[\\s,:]+")));
            Place place = drafts.stream()
                    .filter(draft -> words.contains(draft.rule().id()))
                    .map(Draft::place)
                    .findFirst()
                    .orElse(new Place(
                            drafts.isEmpty() ? "" : drafts.getFirst().place().file(), 0, 0));
            problems.error(place, message);
            return null;
        }
    }

    /**
     * @return the prefixes that a file declares, with those of the ontology, by prefix: what {@link RuleText} needs to
     *     write names as the file's author did
     */
    public static Map<String, String> prefixes(List<SourceText> files, Ontology ontology) {
        Map<String, String> all = new TreeMap<>(new Names(ontology, "", new Problems()).prefixes());
        for (SourceText file : files) {
            Names names = new Names(ontology, file.name(), new Problems());
            Syntax.rules(file, new Problems()).read().stream()
                    .filter(item -> item.prefixDecl() != null)
                    .forEach(item -> names.declare(item.prefixDecl()));
            names.prefixes().forEach(all::put);
        }
        return all;
    }

    /**
     * @return the files followed by one more, whose rules stand in for those of the same name: these are blanked out,
     *     so that every other place stays as it was
     */
    public static List<SourceText> replaced(List<SourceText> files, SourceText more) {
        Set<String> ids = new HashSet<>();
        rules(more).forEach(rule -> ids.add(rule.id().getText()));
        List<SourceText> all = new ArrayList<>();
        for (SourceText file : files) {
            StringBuilder text = new StringBuilder(file.text());
            rules(file)
                    .filter(rule -> ids.contains(rule.id().getText()))
                    .forEach(rule -> blank(
                            text,
                            rule.getStart().getStartIndex(),
                            rule.getStop().getStopIndex()));
            all.add(new SourceText(file.name(), text.toString()));
        }
        all.add(more);
        return List.copyOf(all);
    }

    private static Stream<RulesParser.RuleDeclContext> rules(SourceText file) {
        return Syntax.rules(file, new Problems()).read().stream()
                .map(RulesParser.RulesItemContext::ruleDecl)
                .filter(Objects::nonNull);
    }

    /** @param begin first code point, {@code last} the last one */
    private static void blank(StringBuilder text, int begin, int last) {
        int from = text.offsetByCodePoints(0, begin);
        int to = text.offsetByCodePoints(0, last + 1);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n' && !Character.isSurrogate(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
    }

    private void read(SourceText file) {
        Syntax.Items<RulesParser.RulesItemContext> parsed = Syntax.rules(file, problems);
        List<RulesParser.RulesItemContext> items = parsed.read();
        Names names = new Names(ontology, file.name(), problems);
        items.stream().filter(i -> i.prefixDecl() != null).forEach(i -> names.declare(i.prefixDecl()));
        ValueReading values = new ValueReading(file.name(), names, settings.calendars(), problems);
        for (RulesParser.RulesItemContext item : items) {
            if (item.declaration() != null) {
                declare(item.declaration(), file, names);
            } else if (item.ruleDecl() != null) {
                drafts.add(RuleReading.read(item.ruleDecl(), values, settings.ranks()));
            }
        }
        forgive(parsed.skipped(), file, names);
    }

    /** What an unreadable rule may have defined is not missed elsewhere: that would repeat its error. */
    private void forgive(List<Token> skipped, SourceText file, Names names) {
        Names muted = new Names(ontology, file.name(), new Problems());
        muted.adopt(names);
        for (int i = 0; i < skipped.size(); i++) {
            Token token = skipped.get(i);
            if (token.getType() == RulesLexer.PNAME || token.getType() == RulesLexer.IRIREF) {
                declarations.forgiven.add(muted.iri(token));
            } else if (i > 0
                    && Set.of("rule", "presume").contains(skipped.get(i - 1).getText())) {
                forgivenRules.add(token.getText());
            }
        }
    }

    private void declare(RulesParser.DeclarationContext declaration, SourceText file, Names names) {
        List<String> relations = declaration.relation().stream()
                .map(relation -> names.iri(relation.getStart()))
                .toList();
        switch (declaration.getStart().getText()) {
            case "contrary" -> contrary(relations, declaration, file, names);
            case "abducible" -> declarations.abducible.addAll(relations);
            case "functional" -> declarations.functional.addAll(relations);
            default -> throw new IllegalStateException("no such declaration: " + declaration.getText());
        }
        for (int i = 0; i < relations.size(); i++) {
            Place place = Place.of(file.name(), declaration.relation(i));
            declarations.mentions.add(new Declarations.Mention(relations.get(i), place, names));
        }
    }

    private void contrary(
            List<String> relations, RulesParser.DeclarationContext declaration, SourceText file, Names names) {
        if (relations.getFirst().equals(relations.getLast())) {
            problems.error(
                    Place.of(file.name(), declaration),
                    names.shown(relations.getFirst()) + " cannot be contrary to itself",
                    "functional " + names.shown(relations.getFirst()));
        } else {
            declarations.contrary.add(new RuleBase.Contrary(relations.getFirst(), relations.getLast()));
        }
    }

    private void check() {
        ids();
        Set<String> ids = new HashSet<>(forgivenRules);
        drafts.forEach(draft -> ids.add(draft.rule().id()));
        drafts.forEach(draft -> overrides(draft, ids));
        drafts.stream().filter(Draft::isSound).forEach(draft -> BindingCheck.check(draft, problems));
        new RelationCheck(ontology, drafts, declarations, problems).check(drafts, declarations);
        if (problems.errors() == 0) {
            SupplyCheck.check(ontology, drafts, declarations, problems);
            KindCheck.check(ontology, drafts, declarations, problems);
            new PairCheck(ontology, declarations, problems).check(drafts);
            drafts.forEach(draft -> DeadCheck.check(draft, settings.calendars(), problems));
        }
        drafts.stream()
                .filter(draft -> draft.rule().citations().isEmpty())
                .forEach(draft ->
                        problems.warning(draft.place(), "rule " + draft.rule().id() + " cites no document", null));
    }

    private void ids() {
        Map<String, Place> seen = new HashMap<>();
        for (Draft draft : drafts) {
            Place before = seen.putIfAbsent(draft.rule().id(), draft.place());
            if (before != null) {
                problems.error(
                        draft.place(),
                        "a rule " + draft.rule().id() + " stands already at " + before.file() + ":" + before.line(),
                        "another name");
            }
        }
    }

    private void overrides(Draft draft, Set<String> ids) {
        for (Draft.Overridden override : draft.overrides()) {
            if (override.rule().equals(draft.rule().id())) {
                problems.error(override.place(), "a rule cannot override itself");
            } else if (!ids.contains(override.rule())) {
                problems.error(
                        override.place(),
                        "overrides an unknown rule " + override.rule(),
                        Nearest.to(override.rule(), ids).orElse(null));
            }
        }
    }

    private RuleBase ruleBase() {
        List<Rule> rules = drafts.stream().map(Draft::rule).toList();
        return RuleBase.of(
                rules,
                declarations.contrary,
                declarations.functional,
                declarations.abducible,
                settings.ranks(),
                settings.calendars(),
                ontology);
    }
}
