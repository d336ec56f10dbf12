package warrant.orchestrator.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Interval;
import warrant.graph.Iris;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.value.Calendars;

/**
 * Data in the manner of the Lehigh University Benchmark (Guo, Pan and Heflin 2005): departments with faculty, students,
 * courses and publications, and 40 rules of classes, domains and ranges, subrelations, inverses, one transitive
 * relation and joins. Drawn from a seed; not the benchmark's own data.
 */
public final class LubmLike {
    private static final String NS = "urn:warrant:bench:";
    private static final List<Support> SUPPORT =
            List.of(new Support("bench", new Origin.Asserted("bench", "generated"), Instant.EPOCH, null));
    private static final String[][] CLASSES = {
        {"FullProfessor", "Professor"},
        {"AssociateProfessor", "Professor"},
        {"AssistantProfessor", "Professor"},
        {"Lecturer", "Faculty"},
        {"Professor", "Faculty"},
        {"Faculty", "Employee"},
        {"Employee", "Person"},
        {"GraduateStudent", "Student"},
        {"UndergraduateStudent", "Student"},
        {"Student", "Person"},
        {"GraduateCourse", "Course"},
        {"Course", "Work"},
        {"Research", "Work"},
        {"Article", "Publication"},
        {"University", "Organization"},
        {"Department", "Organization"},
        {"ResearchGroup", "Organization"}
    };
    private static final String[][] RELATIONS = {
        {"headOf", "worksFor"},
        {"worksFor", "memberOf"},
        {"doctoralDegreeFrom", "degreeFrom"},
        {"mastersDegreeFrom", "degreeFrom"},
        {"undergraduateDegreeFrom", "degreeFrom"}
    };
    private static final String[][] DOMAINS = {
        {"takesCourse", "Student"},
        {"teacherOf", "Faculty"},
        {"advisor", "Person"},
        {"degreeFrom", "Person"},
        {"publicationAuthor", "Publication"}
    };
    private static final String[][] RANGES = {
        {"takesCourse", "Course"},
        {"teacherOf", "Course"},
        {"advisor", "Professor"},
        {"degreeFrom", "University"},
        {"publicationAuthor", "Person"}
    };

    private final Random random;
    private final List<Statement> statements = new ArrayList<>();

    private LubmLike(long seed) {
        this.random = new Random(seed);
    }

    /** @return statements, at least so many, of whole departments */
    public static List<Statement> statements(int atLeast, long seed) {
        LubmLike made = new LubmLike(seed);
        for (int department = 0; made.statements.size() < atLeast; department++) {
            made.department(department);
        }
        return List.copyOf(made.statements);
    }

    private void department(int number) {
        String university = "u" + number / 15;
        String department = "d" + number;
        type(department, "Department");
        type(university, "University");
        say(department, "subOrganizationOf", university);
        for (int i = 0; i < 10; i++) {
            type(department + "g" + i, "ResearchGroup");
            say(department + "g" + i, "subOrganizationOf", department);
        }
        String[] ranks = {"FullProfessor", "AssociateProfessor", "AssistantProfessor", "Lecturer"};
        for (int i = 0; i < 36; i++) {
            faculty(department, department + "f" + i, ranks[i % 4], i);
        }
        say(department + "f0", "headOf", department);
        for (int i = 0; i < 500; i++) {
            student(department, department + "s" + i, i % 5 == 0);
        }
    }

    private void faculty(String department, String who, String rank, int number) {
        type(who, rank);
        say(who, "worksFor", department);
        say(who, "undergraduateDegreeFrom", "u" + random.nextInt(20));
        say(who, "mastersDegreeFrom", "u" + random.nextInt(20));
        say(who, "doctoralDegreeFrom", "u" + random.nextInt(20));
        say(who, "teacherOf", department + "c" + 2 * number);
        say(who, "teacherOf", department + "c" + (2 * number + 1));
        type(department + "c" + 2 * number, number % 2 == 0 ? "Course" : "GraduateCourse");
        for (int i = 0; i < 8; i++) {
            type(who + "p" + i, "Article");
            say(who + "p" + i, "publicationAuthor", who);
        }
    }

    private void student(String department, String who, boolean graduate) {
        type(who, graduate ? "GraduateStudent" : "UndergraduateStudent");
        say(who, "memberOf", department);
        for (int i = 0; i < 3; i++) {
            say(who, "takesCourse", department + "c" + random.nextInt(72));
        }
        if (graduate) {
            say(who, "advisor", department + "f" + random.nextInt(36));
            say(who, "undergraduateDegreeFrom", "u" + random.nextInt(20));
        }
    }

    private void type(String who, String kind) {
        add(new Triple(new Entity(NS + who), Iris.TYPE, new Entity(NS + kind)));
    }

    private void say(String who, String relation, String whom) {
        add(new Triple(new Entity(NS + who), NS + relation, new Entity(NS + whom)));
    }

    private void add(Triple triple) {
        statements.add(new Statement(triple, Interval.ALWAYS, SUPPORT));
    }

    /** @return the rules */
    public static RuleBase rules() {
        List<Rule> rules = new ArrayList<>();
        for (String[] pair : CLASSES) {
            rules.add(rule(pair[0] + "-is", "?x a " + pair[1], "?x a " + pair[0]));
        }
        for (String[] pair : RELATIONS) {
            rules.add(rule(pair[0] + "-sub", "?x " + pair[1] + " ?y", "?x " + pair[0] + " ?y"));
        }
        for (String[] pair : DOMAINS) {
            rules.add(rule(pair[0] + "-domain", "?x a " + pair[1], "?x " + pair[0] + " ?y"));
        }
        for (String[] pair : RANGES) {
            rules.add(rule(pair[0] + "-range", "?y a " + pair[1], "?x " + pair[0] + " ?y"));
        }
        rules.add(rule("member", "?y member ?x", "?x memberOf ?y"));
        rules.add(rule("member-of", "?x memberOf ?y", "?y member ?x"));
        rules.add(rule("alumnus", "?y hasAlumnus ?x", "?x degreeFrom ?y"));
        rules.add(rule("part", "?x subOrganizationOf ?z", "?x subOrganizationOf ?y", "?y subOrganizationOf ?z"));
        rules.add(rule("chair", "?x a Chair", "?x headOf ?y", "?y a Department"));
        rules.add(rule("taught", "?x taughtBy ?z", "?x takesCourse ?y", "?z teacherOf ?y"));
        rules.add(rule("within", "?x within ?z", "?x memberOf ?y", "?y subOrganizationOf ?z"));
        rules.add(rule("assistant", "?x a Advised", "?x advisor ?y", "?y a Professor", "?x a GraduateStudent"));
        return base(rules);
    }

    /** @return transitive closure of one relation, right-linear */
    public static RuleBase closure() {
        return base(List.of(
                rule("direct", "?x reaches ?y", "?x next ?y"),
                rule("chain", "?x reaches ?z", "?x next ?y", "?y reaches ?z")));
    }

    /** @return a path of so many edges, closed to a circle or not */
    public static List<Statement> path(int edges, boolean closed) {
        LubmLike made = new LubmLike(0);
        for (int i = 0; i < edges; i++) {
            made.say("n" + i, "next", "n" + (closed ? (i + 1) % edges : i + 1));
        }
        return List.copyOf(made.statements);
    }

    private static RuleBase base(List<Rule> rules) {
        return new RuleBase(rules, Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
    }

    private static Rule rule(String id, String head, String... body) {
        List<Condition> conditions = new ArrayList<>();
        for (String each : body) {
            String[] words = each.split(" ");
            conditions.add(new Condition.Pattern(
                    place(words[0]), relation(words[1]), place(words[2]), Condition.When.Today.TODAY));
        }
        String[] words = head.split(" ");
        return Rule.plain(
                id,
                "",
                conditions,
                List.of(new Rule.Head(place(words[0]), relation(words[1]), place(words[2]))),
                "bench");
    }

    private static String relation(String word) {
        return word.equals("a") ? Iris.TYPE : NS + word;
    }

    private static RuleTerm place(String word) {
        return word.startsWith("?")
                ? new RuleTerm.Variable(word.substring(1))
                : new RuleTerm.Constant(new Entity(NS + word));
    }
}
