package warrant.orchestrator.eval.sentence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Datatypes;
import warrant.graph.Literal;

/** How a set writes the values of a relation, as its training half shows. */
final class Forms {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("dd MMMM yyyy", Locale.ENGLISH);
    private static final Pattern LONG_DATE = Pattern.compile("\\d{2} \\p{L}+ \\d{4}");
    private static final Pattern UNIT = Pattern.compile("\\d\\s*(\\([^)]*\\))$");
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("[\\s(-]*(\\p{L})");
    private static final Pattern FIRST_DAY = Pattern.compile("(\\d{4})-01-01");
    private static final Pattern FIRST_LONG = Pattern.compile("01 January (\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}$");
    private static final Pattern FRACTION = Pattern.compile("(-?\\d+)\\.0(?!\\d)");
    private static final Pattern WHOLE = Pattern.compile("-?\\d+(?![\\d.])");
    private static final int EARLIEST = 1000;
    private static final int LATEST = 2100;

    private final Map<String, Form> forms = new HashMap<>();

    /**
     * @param longDates whether days are written {@code 01 January 1987}
     * @param year what stands before a year alone
     * @param ofYear what stands behind a year alone
     * @param fractions whether whole numbers are written {@code 610.0}
     */
    private record Form(boolean longDates, String year, String ofYear, boolean fractions, String unit) {
        static final Form PLAIN = new Form(false, "", "", false, "");
    }

    /** A value of the training half, and the sentence that states it. */
    record Stated(String sentence, String value) {}

    /** Learns the form of a relation. */
    void learn(String relation, List<Stated> stated) {
        List<String> values =
                stated.stream().map(one -> one.value().replace("\"", "")).toList();
        long dates = values.stream().filter(v -> LONG_DATE.matcher(v).matches()).count();
        Map<String, Integer> units = new HashMap<>();
        for (String value : values) {
            Matcher unit = UNIT.matcher(value);
            units.merge(unit.find() ? unit.group(1) : "", 1, Integer::sum);
        }
        String unit = units.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        forms.put(
                relation,
                new Form(
                        dates * 2 > values.size(),
                        more(stated, FIRST_LONG, YEAR) ? "01 January " : "",
                        more(stated, FIRST_DAY, YEAR) ? "-01-01" : "",
                        more(stated, FRACTION, WHOLE),
                        unit));
    }

    /**
     * @return whether of the values that the sentence does not have as they are, but would have without what the set
     *     adds, there are more than of those without an addition
     */
    private static boolean more(List<Stated> stated, Pattern added, Pattern bare) {
        int with = 0;
        int plain = 0;
        for (Stated one : stated) {
            String value = one.value().replace("\"", "");
            Matcher longer = added.matcher(value);
            boolean adds = longer.lookingAt()
                    && !one.sentence().contains(longer.group())
                    && alone(longer.group(1), one.sentence());
            with += adds ? 1 : 0;
            plain += bare.matcher(value).lookingAt() ? 1 : 0;
        }
        return with > plain;
    }

    private static boolean alone(String number, String sentence) {
        return Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "(?![.,]?\\d)")
                .matcher(sentence.replaceAll("(?<=\\d),(?=\\d{3})", ""))
                .find();
    }

    /** @return the value as the set would write it, or nothing if it cannot be one of this relation */
    Optional<String> write(String relation, boolean year, Literal value, String sentence) {
        Form form = forms.getOrDefault(relation, Form.PLAIN);
        return switch (value.datatype()) {
            case Datatypes.DATE ->
                Optional.of(form.longDates() ? LONG.format(LocalDate.parse(value.lexical())) : value.lexical());
            case Datatypes.INTEGER, Datatypes.DECIMAL -> number(form, year, value, sentence);
            default -> Optional.of(value.lexical());
        };
    }

    private static Optional<String> number(Form form, boolean year, Literal value, String sentence) {
        BigDecimal number = new BigDecimal(value.lexical());
        if (year) {
            boolean possible = number.compareTo(BigDecimal.valueOf(EARLIEST)) > 0
                    && number.compareTo(BigDecimal.valueOf(LATEST)) < 0
                    && number.stripTrailingZeros().scale() <= 0;
            return possible ? Optional.of(form.year() + number.toBigInteger() + form.ofYear()) : Optional.empty();
        }
        Matcher digits = NUMBER.matcher(sentence);
        String written = value.lexical();
        boolean unit = false;
        while (digits.find()) {
            String plain = digits.group().replace(",", "").replace('−', '-');
            if (new BigDecimal(plain).compareTo(number) == 0) {
                written = plain;
                unit = named(form.unit(), sentence.substring(digits.end()));
            }
        }
        if (form.fractions() && written.indexOf('.') < 0) {
            written += ".0";
        }
        return Optional.of(unit ? written + " " + form.unit() : written);
    }

    /** @return whether a unit such as {@code (kilometres)} or its abbreviation follows */
    private static boolean named(String unit, String rest) {
        Matcher word = WORD.matcher(rest);
        return unit.length() > 1
                && word.lookingAt()
                && Character.toLowerCase(word.group(1).charAt(0)) == Character.toLowerCase(unit.charAt(1));
    }
}
