package warrant.rules.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import warrant.graph.Interval;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.value.Calendars;

class ClausesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tall(ann) → old(ann); tall(ann)                        | old(ann)
            ∀x (tall(x) → old(x)); ¬old(ann)                       | ¬tall(ann)
            tall(ann) ⊕ short(ann); tall(ann)                      | ¬short(ann)
            tall(ann) ⊕ short(ann); ¬tall(ann)                     | short(ann)
            tall(ann) ↔ fast(ann); ¬fast(ann)                      | ¬tall(ann)
            ∀x (tall(x) ∨ short(x)); ¬tall(ann)                    | short(ann)
            ∀x tall(x); old(ann)                                   | tall(ann)
            ∀x ∀y ((sees(x, y) ∧ tall(y)) → glad(x)); sees(bo, ann); tall(ann) | glad(bo)
            ∃x tall(x); ∀x (tall(x) → glad(bo))                    | glad(bo)
            (tall(ann) → (old(ann) ∧ ¬fast(ann))); tall(ann)       | old(ann) ∧ ¬fast(ann)
            tall(ann) ∨ old(ann); tall(ann) → glad(ann); old(ann) → glad(ann) | glad(ann)
            ∀x (old(x) → tall(x))                                  | ∀x (old(x) → (tall(x) ∨ glad(x)))
            """)
    void what_follows_contradicts_its_denial(String premises, String conclusion) {
        assertThat(absurd(premises, "¬(" + conclusion + ")")).isTrue();
        assertThat(absurd(premises, conclusion)).isFalse();
        assertThat(absurd(premises, "∀q nothing(q)")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tall(ann) → old(ann); old(ann)                         | tall(ann)
            tall(ann) ∨ old(ann)                                   | tall(ann)
            (∀x tall(x)) ∨ (∀x old(x)); ¬tall(ann)                 | old(bo) ∧ fast(bo)
            """)
    void what_does_not_follow_contradicts_nothing(String premises, String conclusion) {
        assertThat(absurd(premises, "¬(" + conclusion + ")")).isFalse();
    }

    @Test
    void what_exists_for_each_of_others_is_said_to_be_unsayable() {
        assertThatThrownBy(() -> new Clauses().add(Formula.parse("∀x (tall(x) → ∃y sees(x, y))")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for each of others");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tall(ann|the end", "tall(ann) ∧|the end", "tall(ann))|')'", "→ tall(ann)|'→'"})
    void what_is_no_formula_is_told(String text, String found) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(found);
    }

    private static boolean absurd(String premises, String assumption) {
        Clauses clauses = new Clauses();
        for (String premise : premises.split(";")) {
            clauses.add(Formula.parse(premise));
        }
        clauses.add(Formula.parse(assumption));
        RuleBase rules = new RuleBase(
                clauses.rules(), Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
        Support support = new Support("s", new Origin.Asserted("test", "given"), Instant.EPOCH, null);
        List<Statement> things = clauses.things().stream()
                .map(thing -> new Statement(thing, Interval.ALWAYS, List.of(support)))
                .toList();
        try (Session session = new ForwardEngine().open(rules, things, LocalDate.of(2000, 1, 1), Limits.GENEROUS)) {
            return session.deduction().holds(Clauses.ABSURD);
        }
    }
}
