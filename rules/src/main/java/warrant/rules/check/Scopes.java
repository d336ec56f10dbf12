package warrant.rules.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Variables that only one {@code exists} knows, given names of their own: two of the same name are not the same. */
final class Scopes {
    private final Set<String> shared = new HashSet<>();
    private int number;

    private Scopes() {}

    /** @param visible variables that are known outside of the conditions */
    static List<Form.Group> apart(List<Form.Group> conditions, Set<String> visible) {
        return new Scopes().conditions(conditions, visible);
    }

    /** @return variables that some {@code exists} shares with what is around it */
    static Set<String> shared(List<Form.Group> conditions) {
        Scopes scopes = new Scopes();
        scopes.conditions(conditions, Set.of());
        return scopes.shared.stream().map(Scopes::original).collect(Collectors.toSet());
    }

    /** @return the name that a variable has in the rule: here and in the engine others end in a tilde and a number */
    static String original(String name) {
        int tilde = name.indexOf('~');
        return tilde < 0 ? name : name.substring(0, tilde);
    }

    private List<Form.Group> conditions(List<Form.Group> conditions, Set<String> outside) {
        Set<String> visible = new HashSet<>(outside);
        visible.add("today");
        visible.addAll(Conditions.rows(conditions));
        return conditions.stream().map(each -> condition(each, visible)).toList();
    }

    private Form.Group condition(Form.Group condition, Set<String> visible) {
        return switch (condition.word()) {
            case "exists" -> {
                Set<String> local = Conditions.variables(condition);
                local.stream().filter(visible::contains).forEach(shared::add);
                local.removeAll(visible);
                number++;
                yield inside(renamed(condition, local, "~" + number), visible);
            }
            case "not" -> inside(condition, visible);
            case "or", "fold" -> parts(condition, visible);
            case "forall" -> {
                Set<String> ranged = new HashSet<>(visible);
                condition.all("range").forEach(range -> ranged.addAll(Conditions.rows(range.groups())));
                yield parts(condition, ranged);
            }
            default -> condition;
        };
    }

    private Form.Group inside(Form.Group form, Set<String> visible) {
        List<Form> parts = new ArrayList<>(List.of(form.parts().getFirst()));
        parts.addAll(conditions(form.groups(), visible));
        return new Form.Group(parts);
    }

    private Form.Group parts(Form.Group form, Set<String> visible) {
        List<Form> parts = new ArrayList<>();
        form.parts().forEach(part -> parts.add(part instanceof Form.Group group ? inside(group, visible) : part));
        return new Form.Group(parts);
    }

    private static Form.Group renamed(Form.Group form, Set<String> names, String mark) {
        if (form.word().equals("var") && names.contains(form.text(1))) {
            return new Form.Group(List.of(form.parts().getFirst(), new Form.Text(form.text(1) + mark)));
        }
        boolean folds = form.word().equals("fold");
        List<Form> parts = new ArrayList<>();
        for (Form part : form.parts()) {
            parts.add(
                    switch (part) {
                        case Form.Group group -> renamed(group, names, mark);
                        case Form.Text(String text) when folds && names.contains(text) -> new Form.Text(text + mark);
                        case Form.Text text -> text;
                        case Form.Word word -> word;
                    });
        }
        return new Form.Group(parts);
    }
}
