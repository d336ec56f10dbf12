package warrant.orchestrator.eval.sara;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;

/**
 * What a case states, in the rules' words. {@code son_(e)} makes {@code e} a son, {@code agent_(e, x)} says who;
 * predicates of the statute itself are findings that the case gives; helpers of the data set's own program say nothing.
 *
 * <p>The deduction looks at the years that the goal names and the two before each: no provision looks further back.
 */
final class CaseFacts {
    private static final int YEARS_BACK = 2;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;
    private static final Entity EVENT = Statute.kind("Event");
    private static final Set<String> NO_PERSON =
            Set.of("purpose_", "means_", "location_", "country_", "type_", "reason_");

    private final Statute statute;
    private final Set<Triple> triples = new LinkedHashSet<>();
    private final Set<String> events = new LinkedHashSet<>();
    private final Set<String> persons = new LinkedHashSet<>();
    private final TreeSet<Integer> years = new TreeSet<>();
    private boolean employs;

    CaseFacts(Statute statute, SaraCase item, Goal goal) {
        this.statute = statute;
        goal.atoms().forEach(this::asked);
        item.facts().forEach(this::name);
        item.facts().forEach(this::state);
        time();
    }

    Collection<Triple> triples() {
        return List.copyOf(triples);
    }

    Set<String> persons() {
        return Set.copyOf(persons);
    }

    Set<Integer> years() {
        return Set.copyOf(years);
    }

    private void asked(Goal.Atom atom) {
        Signature signature = statute.signatures()
                .get(Signature.key(atom.predicate(), atom.places().size()));
        if (signature != null
                && signature.subject() instanceof Signature.Subject.Calendar(String year)
                && GoalTerm.of(year) instanceof GoalTerm.Numeral number) {
            year(number.value().intValueExact());
        }
        for (GoalTerm place : atom.places()) {
            switch (place) {
                case GoalTerm.Name(String text) -> person(text);
                case GoalTerm.Day(LocalDate date) -> {
                    Entity day = Terms.thing("day:" + date);
                    say(day, Iris.TYPE, Statute.kind("AskedDay"));
                    say(day, Statute.relation("date"), Literal.date(date));
                    year(date.getYear());
                }
                case GoalTerm.Numeral number -> {
                    if (yearPlaces(atom).contains(place)) {
                        year(number.value().intValueExact());
                    }
                }
                case GoalTerm.Several(List<GoalTerm> terms) -> terms.forEach(this::member);
                case GoalTerm.Unknown unknown -> {}
                case GoalTerm.Anything anything -> {}
            }
        }
    }

    private void member(GoalTerm term) {
        if (term instanceof GoalTerm.Name(String text)) {
            person(text);
        }
    }

    /** The places of an atom that its signature calls a year. */
    private List<GoalTerm> yearPlaces(Goal.Atom atom) {
        Signature signature = statute.signatures()
                .get(Signature.key(atom.predicate(), atom.places().size()));
        List<GoalTerm> found = new ArrayList<>();
        for (int i = 0; signature != null && i < atom.places().size(); i++) {
            boolean plausible = atom.places().get(i) instanceof GoalTerm.Numeral(java.math.BigDecimal value)
                    && value.scale() <= 0
                    && value.intValue() > FIRST_YEAR
                    && value.intValue() < LAST_YEAR;
            if (plausible && signature.places().get(i).equals("Year")) {
                found.add(atom.places().get(i));
            }
        }
        return found;
    }

    private void year(int year) {
        for (int back = 0; back <= YEARS_BACK; back++) {
            years.add(year - back);
        }
    }

    /** First pass: what is an event and who is a person, since names may be used before that is said. */
    private void name(Goal.Atom fact) {
        boolean event = fact.predicate().endsWith("_");
        for (int i = 0; i < fact.places().size(); i++) {
            if (fact.places().get(i) instanceof GoalTerm.Name(String text)) {
                if (event && i == 0) {
                    events.add(text);
                } else if (!NO_PERSON.contains(fact.predicate())) {
                    person(text);
                }
                say(Terms.thing(text), Statute.relation("text"), Literal.text(text));
            }
        }
        employs |= fact.predicate().equals("service_") || fact.predicate().equals("s3306_c");
    }

    private void person(String name) {
        persons.add(name);
        say(Terms.thing(name), Statute.relation("text"), Literal.text(name));
    }

    private void state(Goal.Atom fact) {
        String word = fact.predicate().substring(0, Math.max(0, fact.predicate().length() - 1));
        if (!fact.predicate().endsWith("_")) {
            Signature signature = statute.signatures()
                    .get(Signature.key(fact.predicate(), fact.places().size()));
            if (signature != null) {
                new CaseFinding(signature, fact.places(), years).triples().forEach(triples::add);
            }
        } else if (fact.places().size() == 1) {
            subjects(fact).forEach(event -> say(event, Iris.TYPE, Statute.kind(className(word))));
        } else if (fact.places().size() == 2) {
            Term object = Terms.of(fact.places().get(1), false);
            if (object != null) {
                subjects(fact).forEach(event -> say(event, Statute.relation(word), object));
            }
        }
    }

    /** The event of a fact; all events and services where the fact is of anything. */
    private List<Entity> subjects(Goal.Atom fact) {
        List<String> names = fact.places().getFirst() instanceof GoalTerm.Name(String text)
                ? List.of(text)
                : List.copyOf(persons.isEmpty() ? events : union());
        List<Entity> subjects = new ArrayList<>();
        for (String name : names) {
            Entity subject = Terms.thing(name);
            say(subject, Iris.TYPE, EVENT);
            subjects.add(subject);
        }
        return subjects;
    }

    private Set<String> union() {
        Set<String> all = new LinkedHashSet<>(events);
        all.addAll(persons);
        return all;
    }

    /** {@code joint_return} becomes {@code JointReturn}. */
    private static String className(String word) {
        StringBuilder name = new StringBuilder();
        for (String part : word.split("_")) {
            name.append(part.substring(0, 1).toUpperCase(java.util.Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }

    private void time() {
        persons.removeAll(events);
        for (int year : years) {
            Entity calendar = Terms.calendarYear(year);
            say(calendar, Iris.TYPE, Statute.kind("CalendarYear"));
            bounds(calendar, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            persons.forEach(person -> taxYear(person, year, calendar));
            if (employs) {
                weeks(year, calendar);
            }
        }
    }

    private void taxYear(String person, int year, Entity calendar) {
        Entity entity = Terms.taxYear(person, year);
        say(entity, Iris.TYPE, Statute.kind("TaxYear"));
        say(entity, Statute.relation("taxpayer"), Terms.thing(person));
        say(entity, Statute.relation("year"), Literal.integer(year));
        say(entity, Statute.relation("in"), calendar);
        bounds(entity, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        if (years.contains(year - 1)) {
            say(entity, Statute.relation("precededBy"), Terms.taxYear(person, year - 1));
        }
    }

    /** The weeks of a year, from Monday to Sunday, cut at its ends. */
    private void weeks(int year, Entity calendar) {
        LocalDate last = LocalDate.of(year, 12, 31);
        for (LocalDate day = LocalDate.of(year, 1, 1); !day.isAfter(last); ) {
            LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            Entity week = Terms.thing("week:" + day);
            say(week, Iris.TYPE, Statute.kind("Week"));
            say(week, Statute.relation("in"), calendar);
            bounds(week, day, sunday.isAfter(last) ? last : sunday);
            day = sunday.plusDays(1);
        }
    }

    private void bounds(Entity subject, LocalDate opens, LocalDate closes) {
        say(subject, Statute.relation("opens"), Literal.date(opens));
        say(subject, Statute.relation("closes"), Literal.date(closes));
    }

    private void say(Entity subject, String relation, Term object) {
        triples.add(new Triple(subject, relation, object));
    }
}
