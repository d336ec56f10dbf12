package warrant.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition.Fold;
import warrant.rules.Condition.When;
import warrant.rules.match.Variables;
import warrant.rules.value.Comparison;

/** What follows, found by trying every term for every variable: slow, short, and without any code of the engines. */
final class BruteForce {
    private final RuleBase rules;
    private final List<Statement> statements;
    private final Set<Term> domain = new LinkedHashSet<>();
    private final Map<String, Set<Triple>> otherDays = new HashMap<>();
    final Set<Triple> lost = new HashSet<>();
    final Set<Triple> tied = new HashSet<>();

    /** A ground for a triple; a null rule is a statement. */
    private record Ground(
            Triple triple,
            @org.jspecify.annotations.Nullable Rule rule) {}

    BruteForce(RuleBase rules, List<Statement> statements) {
        this.rules = rules;
        this.statements = statements;
        for (String name : List.of("a", "b", "c", "d", "0", "1", "2", "true", "false")) {
            domain.add(Small.term(name));
        }
        for (int i = 0; i < 30; i++) {
            domain.add(Literal.integer(i));
        }
    }

    Set<Triple> on(LocalDate day) {
        return on(day, RandomMatter.LEVELS);
    }

    private Set<Triple> on(LocalDate day, int levels) {
        Set<Triple> held = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (statement.triple().relation().startsWith("urn:r:s")
                    && statement.valid().contains(day)) {
                held.add(statement.triple());
            }
        }
        for (int level = 0; level < levels; level++) {
            level(day, level, held);
        }
        return held;
    }

    private void level(LocalDate day, int level, Set<Triple> held) {
        Set<Ground> grounds = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (ofLevel(statement.triple().relation(), level)
                    && statement.valid().contains(day)) {
                grounds.add(new Ground(statement.triple(), null));
            }
        }
        boolean grown = true;
        while (grown) {
            grounds.stream()
                    .map(Ground::triple)
                    .filter(triple -> !mayClash(triple.relation()))
                    .forEach(held::add);
            grown = false;
            for (Rule rule : rules.rules()) {
                if (ofLevel(rule.head().getFirst().relation(), level)
                        && rule.force().contains(day)) {
                    grown |= grounds.addAll(apply(rule, day, held));
                }
            }
        }
        settle(day, grounds, held);
    }

    private static boolean ofLevel(String relation, int level) {
        return relation.startsWith("urn:r:l" + level);
    }

    private boolean mayClash(String relation) {
        return rules.functional().contains(relation)
                || rules.contrary().stream()
                        .anyMatch(pair ->
                                pair.one().equals(relation) || pair.other().equals(relation))
                || rules.rules().stream()
                        .anyMatch(rule -> rule.kind() == Rule.Kind.PRESUME
                                && rule.head().getFirst().relation().equals(relation));
    }

    private Set<Ground> apply(Rule rule, LocalDate day, Set<Triple> held) {
        List<Condition> body = new ArrayList<>(rule.body());
        rule.unless().forEach(exception -> body.add(new Condition.Not(exception)));
        Set<Ground> made = new LinkedHashSet<>();
        Rule.Head head = rule.head().getFirst();
        for (Map<String, Term> env : solutions(body, new HashMap<>(), names(head), day, held)) {
            if (ground((RuleTerm) head.subject(), env) instanceof Entity subject) {
                made.add(new Ground(new Triple(subject, head.relation(), ground((RuleTerm) head.object(), env)), rule));
            }
        }
        return made;
    }

    private static Set<String> names(Rule.Head head) {
        Set<String> names = new HashSet<>(Variables.of((RuleTerm) head.subject()));
        names.addAll(Variables.of((RuleTerm) head.object()));
        return names;
    }

    private static Term ground(RuleTerm place, Map<String, Term> env) {
        return switch (place) {
            case RuleTerm.Variable(String name) -> java.util.Objects.requireNonNull(env.get(name), name);
            case RuleTerm.Constant(Term term) -> term;
            case RuleTerm.Named named -> throw new IllegalArgumentException(named.toString());
        };
    }

    private List<Map<String, Term>> solutions(
            List<Condition> body, Map<String, Term> outer, Set<String> head, LocalDate day, Set<Triple> held) {
        Set<String> names = new TreeSet<>(Variables.plain(body));
        names.addAll(head);
        names.removeAll(outer.keySet());
        Set<String> results = new HashSet<>();
        for (Condition condition : body) {
            if (condition instanceof Condition.Aggregate aggregate) {
                results.add(aggregate.result().name());
            }
            if (condition instanceof Condition.Or or) {
                Set<String> local = new HashSet<>(Variables.all(or));
                Set<String> elsewhere = new HashSet<>(head);
                elsewhere.addAll(Variables.plain(
                        body.stream().filter(other -> !other.equals(or)).toList()));
                local.removeAll(elsewhere);
                local.removeAll(Variables.bound(or));
                names.removeAll(local);
            }
        }
        names.removeAll(results);
        List<Map<String, Term>> envs = new ArrayList<>(List.of(outer));
        for (String name : names) {
            List<Map<String, Term>> longer = new ArrayList<>();
            for (Map<String, Term> env : envs) {
                for (Term term : domain) {
                    Map<String, Term> more = new HashMap<>(env);
                    more.put(name, term);
                    if (body.stream()
                            .allMatch(each -> !(each instanceof Condition.Pattern p) || possible(p, more, day, held))) {
                        longer.add(more);
                    }
                }
            }
            envs = longer;
        }
        List<Map<String, Term>> good = new ArrayList<>();
        for (Map<String, Term> env : envs) {
            Map<String, Term> full = new HashMap<>(env);
            if (body.stream().allMatch(each -> !(each instanceof Condition.Aggregate a) || fold(a, full, day, held))
                    && body.stream().allMatch(each -> holds(each, full, day, held))) {
                good.add(full);
            }
        }
        return good;
    }

    /** Whether the pattern is true, or some of its variables are open: cuts the search, changes nothing. */
    private boolean possible(Condition.Pattern pattern, Map<String, Term> env, LocalDate day, Set<Triple> held) {
        return !env.keySet().containsAll(Variables.all(pattern)) || holds(pattern, env, day, held);
    }

    private boolean holds(Condition condition, Map<String, Term> env, LocalDate day, Set<Triple> held) {
        return switch (condition) {
            case Condition.Pattern(RuleTerm s, String relation, RuleTerm o, When when) ->
                ground(s, env) instanceof Entity subject
                        && among(new Triple(subject, relation, ground(o, env)), when, env, held);
            case Condition.Not(List<Condition> group) ->
                solutions(group, env, Set.of(), day, held).isEmpty();
            case Condition.Exists(List<Condition> group) ->
                !solutions(group, env, Set.of(), day, held).isEmpty();
            case Condition.Forall(List<Condition> range, List<Condition> then) ->
                solutions(range, env, Set.of(), day, held).stream()
                        .noneMatch(some ->
                                solutions(then, some, Set.of(), day, held).isEmpty());
            case Condition.Or(List<List<Condition>> branches) ->
                branches.stream()
                        .anyMatch(branch ->
                                !solutions(branch, env, Set.of(), day, held).isEmpty());
            case Condition.Aggregate aggregate -> true;
            case Condition.Compare(Expr left, Comparison sign, Expr right) ->
                compare(ground((RuleTerm) left, env), sign, ground((RuleTerm) right, env));
            case Condition.Holds call -> throw new IllegalArgumentException(call.toString());
        };
    }

    private boolean among(Triple triple, When when, Map<String, Term> env, Set<Triple> held) {
        return switch (when) {
            case When.Today today -> held.contains(triple);
            case When.Ever ever ->
                statements.stream().anyMatch(each -> each.triple().equals(triple));
            case When.At(RuleTerm place) -> {
                LocalDate day = LocalDate.parse(((Literal) ground(place, env)).lexical());
                int levels = triple.relation().startsWith("urn:r:s")
                        ? 0
                        : triple.relation().charAt(7) - '0' + 1;
                Set<Triple> known = otherDays.get(day + " " + levels);
                if (known == null) {
                    known = new BruteForce(rules, statements).on(day, levels);
                    otherDays.put(day + " " + levels, known);
                }
                yield known.contains(triple);
            }
        };
    }

    private static boolean compare(Term left, Comparison sign, Term right) {
        if (sign == Comparison.UNEQUAL) {
            return !left.equals(right);
        }
        return left instanceof Literal(String a, String type)
                && right instanceof Literal(String b, String otherType)
                && type.equals(otherType)
                && type.endsWith("integer")
                && Long.parseLong(a) < Long.parseLong(b);
    }

    private boolean fold(Condition.Aggregate aggregate, Map<String, Term> env, LocalDate day, Set<Triple> held) {
        Set<List<Term>> rows = new LinkedHashSet<>();
        List<Term> overs = new ArrayList<>();
        Set<String> names = new TreeSet<>(Variables.plain(aggregate.group()));
        for (Map<String, Term> row : solutions(aggregate.group(), env, Set.of(), day, held)) {
            if (rows.add(names.stream().map(row::get).toList())) {
                overs.add(java.util.Objects.requireNonNull(
                        row.get(aggregate.over().name())));
            }
        }
        if (aggregate.fold() == Fold.COUNT) {
            env.put(aggregate.result().name(), Literal.integer(overs.size()));
            return true;
        }
        boolean numbers = overs.stream()
                .allMatch(term ->
                        term instanceof Literal literal && literal.datatype().endsWith("integer"));
        if (overs.size() == 1) {
            env.put(aggregate.result().name(), overs.getFirst());
            return true;
        }
        if (overs.isEmpty() || !numbers) {
            return false;
        }
        var all = overs.stream().mapToLong(term -> Long.parseLong(((Literal) term).lexical()));
        long result = aggregate.fold() == Fold.SUM ? all.sum() : all.max().orElseThrow();
        env.put(aggregate.result().name(), Literal.integer(result));
        return true;
    }

    private void settle(LocalDate day, Set<Ground> grounds, Set<Triple> held) {
        Set<Ground> in = new HashSet<>();
        Set<Ground> out = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Ground one : grounds) {
                if (!in.contains(one) && !out.contains(one)) {
                    List<Ground> attackers = grounds.stream()
                            .filter(other -> clash(one, other) && !beats(one, other))
                            .toList();
                    if (out.containsAll(attackers)) {
                        changed |= in.add(one);
                    } else if (attackers.stream().anyMatch(in::contains)) {
                        changed |= out.add(one);
                    }
                }
            }
        }
        in.forEach(ground -> held.add(ground.triple()));
        if (day.equals(Small.DAY)) {
            out.forEach(ground -> lost.add(ground.triple()));
            grounds.stream()
                    .filter(ground -> !in.contains(ground) && !out.contains(ground))
                    .forEach(ground -> tied.add(ground.triple()));
        }
    }

    private boolean clash(Ground one, Ground other) {
        Triple a = one.triple();
        Triple b = other.triple();
        if (!a.subject().equals(b.subject())) {
            return false;
        }
        if (a.relation().equals(b.relation())) {
            boolean values = a.object() instanceof Literal && b.object() instanceof Literal;
            return !a.object().equals(b.object())
                    && (rules.functional().contains(a.relation()) || (values && presumed(one) != presumed(other)));
        }
        boolean entities = a.object() instanceof Entity && b.object() instanceof Entity;
        boolean no = a.object().equals(Literal.bool(false)) || b.object().equals(Literal.bool(false));
        return rules.contrary().contains(new RuleBase.Contrary(a.relation(), b.relation()))
                && (entities ? a.object().equals(b.object()) : !no);
    }

    private static boolean presumed(Ground ground) {
        Rule rule = ground.rule();
        return rule != null && rule.kind() == Rule.Kind.PRESUME;
    }

    private boolean beats(Ground one, Ground other) {
        if (presumed(one) != presumed(other)) {
            return presumed(other);
        }
        Rule a = one.rule();
        Rule b = other.rule();
        if (a == null || b == null) {
            return false;
        }
        boolean over = a.overrides().contains(b.id());
        boolean under = b.overrides().contains(a.id());
        if (over != under) {
            return over;
        }
        int ranks = rank(b) - rank(a);
        if (ranks != 0) {
            return ranks > 0;
        }
        if (a.enacted() != null && b.enacted() != null && !a.enacted().equals(b.enacted())) {
            return a.enacted().isAfter(b.enacted());
        }
        return special(a, b) && !special(b, a);
    }

    /** Tries every way of giving the variables of one rule names of the other's. */
    private static boolean special(Rule more, Rule fewer) {
        Set<String> has = conditions(more);
        Set<String> needs = conditions(fewer);
        List<String> from = new ArrayList<>(names(fewer));
        return has.size() > needs.size() && special(has, needs, from, new ArrayList<>(names(more)), new HashMap<>());
    }

    private static boolean special(
            Set<String> has, Set<String> needs, List<String> from, List<String> to, Map<String, String> names) {
        if (names.size() == from.size()) {
            return needs.stream().map(text -> renamed(text, names)).allMatch(has::contains);
        }
        String next = from.get(names.size());
        for (String name : to) {
            if (!names.containsValue(name)) {
                Map<String, String> more = new HashMap<>(names);
                more.put(next, name);
                if (special(has, needs, from, to, more)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String renamed(String text, Map<String, String> names) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("\"([a-z]{1,2})\"").matcher(text);
        return matcher.replaceAll(found -> '"' + names.getOrDefault(found.group(1), found.group(1)) + '"');
    }

    private static Set<String> conditions(Rule rule) {
        Set<String> texts = new TreeSet<>();
        rule.body().forEach(each -> texts.add(RuleForm.write(each)));
        rule.unless().forEach(each -> texts.add(RuleForm.write(new Condition.Not(each))));
        return texts;
    }

    private static Set<String> names(Rule rule) {
        Set<String> names = new TreeSet<>(Variables.all(rule.body()));
        rule.unless().forEach(each -> names.addAll(Variables.all(each)));
        return names;
    }

    private int rank(Rule rule) {
        int place = rule.rank() == null ? -1 : rules.ranks().indexOf(rule.rank());
        return place < 0 ? rules.ranks().size() : place;
    }
}
