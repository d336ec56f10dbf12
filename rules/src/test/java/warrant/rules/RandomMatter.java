package warrant.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import warrant.graph.Interval;
import warrant.graph.Statement;
import warrant.rules.Condition.Aggregate;
import warrant.rules.Condition.Compare;
import warrant.rules.Condition.Exists;
import warrant.rules.Condition.Fold;
import warrant.rules.Condition.Forall;
import warrant.rules.Condition.Not;
import warrant.rules.Condition.Or;
import warrant.rules.Condition.Pattern;
import warrant.rules.Condition.When;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Comparison;

/**
 * Rules and statements drawn from a seed. Relations {@code l0x … l2y} lie on three levels; a rule reads its own level
 * or lower ones, and lower ones only where it negates, aggregates, asks another day, or where what it reads can clash.
 */
final class RandomMatter {
    static final int LEVELS = 3;
    static final List<LocalDate> DAYS = List.of(Small.DAY, LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));
    private static final String[] NAMES = {"x", "y"};
    private static final String[] ENTITIES = {"a", "b", "c"};
    private static final String[] VARIABLES = {"?u", "?v", "?w"};

    final Random random;
    final RuleBase rules;
    private final Set<String> functional = new HashSet<>();
    private final Set<RuleBase.Contrary> contrary = new HashSet<>();
    private final Set<String> clashing = new HashSet<>();

    RandomMatter(long seed) {
        random = new Random(seed);
        for (int level = 0; level < LEVELS; level++) {
            if (chance(2)) {
                functional.add("l" + level + "x");
                clashing.add("l" + level + "x");
            }
            if (chance(3)) {
                contrary.add(Small.contrary("l" + level + "x", "l" + level + "y"));
                clashing.add("l" + level + "x");
                clashing.add("l" + level + "y");
            }
        }
        List<Rule> made = new ArrayList<>();
        Set<String> presumed = new HashSet<>();
        for (int level = 0; level < LEVELS; level++) {
            if (chance(3)) {
                presumed.add("l" + level + NAMES[random.nextInt(2)]);
            }
        }
        clashing.addAll(presumed);
        int count = 6 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            made.add(rule(i, presumed));
        }
        rules = Small.base(made, functional, contrary);
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private Rule rule(int number, Set<String> presumed) {
        int level = random.nextInt(LEVELS);
        String head = "l" + level + NAMES[random.nextInt(2)];
        List<Condition> body = new ArrayList<>();
        int patterns = 1 + random.nextInt(2);
        for (int i = 0; i < patterns; i++) {
            body.add(readable(level, false));
        }
        Set<String> bound = new HashSet<>();
        body.forEach(each -> bound.addAll(warrant.rules.match.Variables.all(each)));
        bound.removeIf(name -> body.stream()
                .noneMatch(each -> warrant.rules.match.Variables.bound(each).contains(name)));
        List<String> known = bound.stream().sorted().map(name -> "?" + name).toList();
        for (int i = random.nextInt(3); i > 0; i--) {
            extra(level, known, body);
        }
        List<List<Condition>> unless =
                chance(3) && level > 0 ? List.of(List.of(local(lower(level), known, "x"))) : List.of();
        boolean counted = body.stream().anyMatch(Aggregate.class::isInstance);
        String subject = known.isEmpty() || chance(5) ? ENTITIES[random.nextInt(3)] : pick(known);
        String object = counted ? "?n" : known.isEmpty() || chance(4) ? constant() : pick(known);
        Rule.Kind kind = presumed.contains(head) && chance(2) ? Rule.Kind.PRESUME : Rule.Kind.ORDINARY;
        List<String> overrides = chance(2) && number > 0 ? List.of("r" + random.nextInt(number)) : List.of();
        Interval force = chance(4) ? new Interval(LocalDate.of(2024, 1, 1), null) : Interval.ALWAYS;
        String rank = chance(3) ? (chance(2) ? "high" : "low") : null;
        LocalDate enacted = chance(3) ? LocalDate.of(2020 + random.nextInt(3), 1, 1) : null;
        return new Rule(
                "r" + number,
                "",
                kind,
                List.of(),
                rank,
                enacted,
                force,
                null,
                overrides,
                body,
                unless,
                List.of(Small.head(subject + " " + head + " " + object)),
                "",
                "random");
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String constant() {
        return !chance(3)
                ? ENTITIES[random.nextInt(3)]
                : chance(4) ? (chance(2) ? "true" : "false") : "" + random.nextInt(3);
    }

    /** A pattern that a rule of the level may read. */
    private Condition readable(int level, boolean strict) {
        for (int tries = 0; tries < 20; tries++) {
            int from = random.nextInt(level + 1);
            String relation = "l" + from + NAMES[random.nextInt(2)];
            if (from < level || (!strict && !clashing.contains(relation))) {
                return pattern(relation);
            }
        }
        return pattern("s" + NAMES[random.nextInt(2)]);
    }

    private Pattern pattern(String relation) {
        String subject = chance(12) ? ENTITIES[random.nextInt(3)] : VARIABLES[random.nextInt(3)];
        String object = chance(10) ? constant() : VARIABLES[random.nextInt(3)];
        return Small.pattern(subject + " " + relation + " " + object);
    }

    private Condition lower(int level) {
        return level == 0
                ? pattern("sx")
                : readable(level - 1, false) instanceof Pattern pattern ? pattern : pattern("sy");
    }

    /** The pattern with a name of its own for each variable that is not bound outside: nobody else's is meant. */
    private Condition local(Condition condition, List<String> known, String own) {
        if (!(condition instanceof Pattern(RuleTerm s, String relation, RuleTerm o, When when))) {
            return condition;
        }
        return new Pattern(local(s, known, own), relation, local(o, known, own), when);
    }

    private static RuleTerm local(RuleTerm place, List<String> known, String own) {
        return place instanceof Variable variable && !known.contains(variable.toString())
                ? new Variable(variable.name() + own)
                : place;
    }

    private void extra(int level, List<String> known, List<Condition> body) {
        switch (random.nextInt(8)) {
            case 0 -> body.add(new Not(List.of(local(lower(level), known, "n"))));
            case 1 ->
                body.add(
                        new Forall(List.of(local(lower(level), known, "f")), List.of(local(lower(level), known, "f"))));
            case 2 ->
                body.add(new Exists(
                        List.of(local(lower(level), known, "e"), new Not(List.of(local(lower(level), known, "e"))))));
            case 3 -> {
                if (lower(level) instanceof Pattern one && readable(level, false) instanceof Pattern two) {
                    Pattern alike = new Pattern(one.subject(), two.relation(), one.object());
                    body.add(new Or(List.of(List.of(one), List.of(alike))));
                }
            }
            case 4 -> {
                if (body.stream().noneMatch(Aggregate.class::isInstance)) {
                    Fold fold = chance(2) ? Fold.COUNT : chance(2) ? Fold.MAX : Fold.SUM;
                    Condition group = local(lower(level), known, "g");
                    Set<String> over = warrant.rules.match.Variables.bound(group);
                    if (!over.isEmpty()) {
                        Variable one =
                                new Variable(over.stream().sorted().toList().getLast());
                        body.add(new Aggregate(new Variable("n"), fold, one, List.of(group)));
                    }
                }
            }
            case 5 -> {
                if (known.size() > 1) {
                    Comparison sign = chance(2) ? Comparison.UNEQUAL : Comparison.LESS;
                    body.add(new Compare(Small.place(known.get(0)), sign, Small.place(known.get(1))));
                }
            }
            case 6 -> {
                if (level > 0 && lower(level) instanceof Pattern(RuleTerm s, String r, RuleTerm o, When when)) {
                    RuleTerm day = Small.place(DAYS.get(random.nextInt(3)).toString());
                    body.add(new Pattern(s, r, o, new When.At(day)));
                }
            }
            default -> {
                if (chance(2)) {
                    body.add(new Pattern(
                            Small.place(VARIABLES[random.nextInt(3)]),
                            Small.relation("sx"),
                            Small.place(VARIABLES[random.nextInt(3)]),
                            When.Ever.EVER));
                }
            }
        }
    }

    List<Statement> statements(int count) {
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String relation = !chance(3)
                    ? "s" + NAMES[random.nextInt(2)]
                    : "l" + random.nextInt(LEVELS) + NAMES[random.nextInt(2)];
            Interval valid = chance(4)
                    ? new Interval(LocalDate.of(2022, 1, 1), chance(2) ? LocalDate.of(2024, 1, 1) : null)
                    : Interval.ALWAYS;
            all.add(Small.statement(ENTITIES[random.nextInt(3)] + " " + relation + " " + constant(), valid));
        }
        return all;
    }
}
