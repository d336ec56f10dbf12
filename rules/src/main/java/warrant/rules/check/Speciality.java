package warrant.rules.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the conditions of one rule properly contain those of another, up to renaming of variables. */
final class Speciality {
    private Speciality() {}

    static boolean isMoreSpecial(Form.Group one, Form.Group other) {
        return conditions(one).size() > conditions(other).size()
                && embeds(conditions(other), conditions(one), new HashMap<>());
    }

    private static List<Form> conditions(Form.Group rule) {
        List<Form> all = new ArrayList<>();
        rule.all("if").forEach(body -> all.addAll(body.rest()));
        rule.all("unless").forEach(all::add);
        return all.stream().distinct().toList();
    }

    /** @return whether the wanted conditions are among the others under one renaming of variables, one to one */
    private static boolean embeds(List<Form> wanted, List<Form> others, Map<String, String> names) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (Form other : others) {
            Map<String, String> tried = new HashMap<>(names);
            if (renames(wanted.getFirst(), other, tried)) {
                List<Form> rest = new ArrayList<>(others);
                rest.remove(other);
                if (embeds(wanted.subList(1, wanted.size()), rest, tried)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean renames(Form one, Form other, Map<String, String> names) {
        if (!(one instanceof Form.Group a) || !(other instanceof Form.Group b)) {
            return one.equals(other);
        }
        if (a.word().equals("var") && b.word().equals("var")) {
            return renamed(a.text(1), b.text(1), names);
        }
        boolean all = a.parts().size() == b.parts().size();
        for (int i = 0; all && i < a.parts().size(); i++) {
            boolean variable = a.word().equals("fold") && (i == 1 || i == 3);
            all = variable
                    ? renamed(a.text(i), b.text(i), names)
                    : renames(a.parts().get(i), b.parts().get(i), names);
        }
        return all;
    }

    private static boolean renamed(String from, String to, Map<String, String> names) {
        String known = names.get(from);
        if (known == null && !names.containsValue(to)) {
            names.put(from, to);
            return true;
        }
        return to.equals(known);
    }
}
