package warrant.extraction.relate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Interval;
import warrant.graph.Literal;

/** From when to when a statement of a state holds, as its sentence says. */
final class Validity {
    private static final int REACH = 48;
    private static final Pattern END = Pattern.compile(
            "(?is).*\\b(until|till|to|through|up to|ended on|ceased on|bis|expir\\w+ on)( and including)?\\s*$");
    private static final Pattern EXCLUSIVE_END = Pattern.compile("(?is).*\\bbefore\\s*$");

    private Validity() {}

    /** @param bound the document's day, which stands in for a start that the sentence does not give */
    static Interval of(Sentence sentence, String passage, List<Argument> arguments, @Nullable LocalDate bound) {
        LocalDate from = null;
        LocalDate until = null;
        for (Argument argument : arguments) {
            LocalDate day = day(argument);
            if (day == null || argument.begin() < sentence.begin() || argument.end() > sentence.end()) {
                continue;
            }
            String before = before(passage, argument.begin());
            if (END.matcher(before).matches()) {
                until = until == null ? day.plusDays(1) : until;
            } else if (EXCLUSIVE_END.matcher(before).matches()) {
                until = until == null ? day : until;
            } else if (from == null) {
                from = day;
            }
        }
        LocalDate start = from == null && (until == null || bound == null || bound.isBefore(until)) ? bound : from;
        return start != null && until != null && !start.isBefore(until)
                ? new Interval(start, null)
                : new Interval(start, until);
    }

    private static @Nullable LocalDate day(Argument argument) {
        for (Literal reading : argument.readings()) {
            if (reading.datatype().equals(Datatypes.DATE)) {
                try {
                    return LocalDate.parse(reading.lexical());
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String before(String passage, int begin) {
        int index = passage.offsetByCodePoints(0, begin);
        return passage.substring(Math.max(0, index - REACH), index);
    }
}
