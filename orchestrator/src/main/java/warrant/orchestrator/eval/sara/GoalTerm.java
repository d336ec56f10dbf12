package warrant.orchestrator.eval.sara;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A place of a predicate. */
sealed interface GoalTerm {
    /** A name, such as {@code alice}. */
    record Name(String text) implements GoalTerm {}

    /** A number; a year too. */
    record Numeral(BigDecimal value) implements GoalTerm {}

    /** A day. */
    record Day(java.time.LocalDate date) implements GoalTerm {}

    /** {@code [alice,bob]}. */
    record Several(List<GoalTerm> terms) implements GoalTerm {
        public Several {
            terms = List.copyOf(terms);
        }
    }

    /** A variable that a goal names. */
    record Unknown(String name) implements GoalTerm {}

    /** {@code _}. */
    enum Anything implements GoalTerm {
        ANYTHING
    }

    Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** @param text as a fact writes it: names are never variables there */
    static GoalTerm of(String text) {
        String plain = unquoted(text.strip());
        if (NUMBER.matcher(plain).matches()) {
            return new Numeral(new BigDecimal(plain));
        }
        if (DATE.matcher(plain).matches()) {
            return new Day(java.time.LocalDate.parse(plain));
        }
        if (plain.startsWith("[") && plain.endsWith("]")) {
            List<GoalTerm> terms = new ArrayList<>();
            for (String each : plain.substring(1, plain.length() - 1).split(",")) {
                if (!each.isBlank()) {
                    terms.add(of(each));
                }
            }
            return new Several(terms);
        }
        return new Name(plain);
    }

    /** @param text as a goal writes it: what begins with a capital letter is a variable */
    static GoalTerm ofGoal(String text) {
        String plain = text.strip();
        if (plain.equals("_")) {
            return Anything.ANYTHING;
        }
        return plain.matches("[A-Z_]\\w*") ? new Unknown(plain) : of(plain);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.startsWith("'") || text.startsWith("\""))
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
