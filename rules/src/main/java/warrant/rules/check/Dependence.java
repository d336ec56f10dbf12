package warrant.rules.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;

/**
 * What a goal depends on by the rules, as keys: a relation, and of types the relation with the class, so that rules
 * about different classes do not depend on each other.
 */
final class Dependence {
    /** On the as-of day. */
    private final Set<String> today = new HashSet<>();
    /** On other days. */
    private final Set<String> elsewhere = new HashSet<>();

    Dependence(Collection<Form.Group> rules, String relation, @Nullable Term object) {
        today.add(key(relation, object));
        for (int before = -1; before < today.size() + elsewhere.size(); ) {
            before = today.size() + elsewhere.size();
            rules.forEach(this::grow);
        }
    }

    private void grow(Form.Group rule) {
        for (Form.Group head : rule.all("then").getFirst().groups()) {
            if (touches(head, today)) {
                read(rule, today);
            }
            if (touches(head, elsewhere)) {
                read(rule, elsewhere);
            }
        }
    }

    private void read(Form.Group form, Set<String> sameDay) {
        for (Form.Group part : form.groups()) {
            if (part.word().equals("triple") && part.parts().size() == 5) {
                boolean same = part.parts().getLast().equals(new Form.Word("today"));
                (same ? sameDay : elsewhere).add(key(part));
            } else if (!part.word().equals("then") || !form.word().equals("rule")) {
                read(part, sameDay);
            }
        }
    }

    private static String key(Form.Group triple) {
        Form.Group object = triple.group(3);
        return key(triple.text(2), object.word().equals("entity") ? new Entity(object.text(1)) : null);
    }

    private static String key(String relation, @Nullable Term object) {
        return relation.equals(Iris.TYPE) && object instanceof Entity(String iri) ? relation + " " + iri : relation;
    }

    private static boolean touches(Form.Group head, Set<String> keys) {
        String key = key(head);
        return keys.contains(key)
                || (key.startsWith(Iris.TYPE) && keys.contains(Iris.TYPE))
                || (key.equals(Iris.TYPE) && keys.stream().anyMatch(other -> other.startsWith(Iris.TYPE)));
    }

    /** @return whether the goal depends on a head, on the as-of day or on others */
    boolean on(Form.Group head, boolean asOf) {
        return touches(head, elsewhere) || (asOf && touches(head, today));
    }
}
