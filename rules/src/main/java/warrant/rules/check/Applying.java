package warrant.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;

/** What the text of a rule says: on which days, under which conditions, and what it concludes. */
final class Applying {
    private Applying() {}

    static boolean inForce(Form.Group rule, LocalDate day) {
        String from = rule.field("from");
        String until = rule.field("until");
        return (from == null || !day.isBefore(LocalDate.parse(from)))
                && (until == null || day.isBefore(LocalDate.parse(until)));
    }

    /**
     * @return all conditions: the body, each exception as a negation, and the days in force where a variable has one
     */
    static List<Form.Group> body(Form.Group rule) {
        List<Form.Group> todo = new ArrayList<>(rule.all("if").getFirst().groups());
        for (Form.Group exception : rule.all("unless")) {
            List<Form> not = new ArrayList<>(List.of(new Form.Word("not")));
            not.addAll(exception.rest());
            todo.add(new Form.Group(not));
        }
        String variable = rule.field("for");
        String[][] ends = {{"from", ">="}, {"until", "<"}};
        for (String[] end : ends) {
            String day = rule.field(end[0]);
            if (variable != null && day != null) {
                todo.add(new Form.Group(List.of(
                        new Form.Word("compare"),
                        new Form.Word(end[1]),
                        new Form.Group(List.of(new Form.Word("var"), new Form.Text(variable))),
                        new Form.Group(List.of(
                                new Form.Word("literal"), new Form.Text(day), new Form.Text(Datatypes.DATE))))));
            }
        }
        return todo;
    }

    /** @return the term in a place of a head; null where a variable stands for nothing */
    static @Nullable Term made(Form.Group place, Map<String, Term> bindings) {
        if (!place.word().equals("new")) {
            return Arithmetic.term(place, bindings);
        }
        String name = place.text(1);
        StringBuilder text = new StringBuilder(name);
        for (Form.Group argument : place.groups()) {
            Term term = Arithmetic.term(argument, bindings);
            if (term == null) {
                return null;
            }
            text.append('\n').append(Written.key(term));
        }
        String hash = Sha256.of(text.toString()).substring(0, 16);
        return new Entity(Iris.WARRANT + "new:" + name.replaceAll("[^A-Za-z0-9_-]", "-") + "-" + hash);
    }
}
