package warrant.extraction.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads numbers, in digits or spelled out. */
public final class Numerals {
    /** A number in digits: {@code 84,300.00}, {@code 84.300,00}, {@code 84 300,00}, {@code 84'300.00}, {@code .5}. */
    static final String DIGITS = "(?:\\d{1,3}(?:[ \u00a0\u202f'’]\\d{3})+(?:[.,]\\d+)?|\\d[\\d,.]*\\d|\\d|[.]\\d+)";

    private Numerals() {}

    /**
     * @param digits what {@link #DIGITS} matches
     * @param thousands whether a single separator before exactly three digits groups thousands, as amounts of money
     *     have it, where the text could also mean a fraction; a comma always does
     * @return the number, or null if the separators make no sense
     */
    static @Nullable BigDecimal parse(String digits, boolean thousands) {
        String bare = digits.replaceAll("[ \u00a0\u202f'’]", "");
        int comma = bare.lastIndexOf(',');
        int dot = bare.lastIndexOf('.');
        if (comma >= 0 && dot >= 0) {
            return comma > dot ? grouped(bare, '.', ',') : grouped(bare, ',', '.');
        }
        if (comma < 0 && dot < 0) {
            return new BigDecimal(bare);
        }
        char separator = comma >= 0 ? ',' : '.';
        boolean several = bare.indexOf(separator) != bare.lastIndexOf(separator);
        boolean three = bare.matches("[1-9]\\d{0,2}[,.]\\d{3}");
        boolean groups = several || (three && (separator == ',' || thousands));
        return groups ? grouped(bare, separator, '\0') : grouped(bare, '\0', separator);
    }

    private static @Nullable BigDecimal grouped(String digits, char group, char point) {
        int end = point == '\0' ? digits.length() : digits.lastIndexOf(point);
        String whole = digits.substring(0, end);
        if (group != '\0' && !whole.matches("\\d{1,3}(?:\\" + group + "\\d{2,3})*\\" + group + "\\d{3}")) {
            return null;
        }
        String plain = whole.replace(String.valueOf(group), "")
                + (end < digits.length() ? "." + digits.substring(end + 1) : "");
        return plain.matches("\\d*(?:\\.\\d+)?") && !plain.isEmpty() ? new BigDecimal(plain) : null;
    }

    /** @return factor of a word such as {@code million}, 1 for none */
    static BigDecimal scale(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return BigDecimal.ONE;
        }
        int power = switch (word.strip().toLowerCase(Locale.ROOT).replace(".", "")) {
            case "hundred" -> 2;
            case "thousand", "k", "tausend", "tsd" -> 3;
            case "万" -> 4;
            case "million", "millions", "m", "mn", "mio", "millionen" -> 6;
            case "亿" -> 8;
            case "billion", "billions", "bn", "mrd", "milliarde", "milliarden" -> 9;
            case "trillion" -> 12;
            default -> 0;
        };
        return BigDecimal.TEN.pow(power);
    }

    /** @return a text as numbers, where it consists of one number and nothing else; likeliest first */
    public static List<BigDecimal> readings(String text, boolean thousands) {
        List<BigDecimal> readings = new ArrayList<>();
        String bare = text.strip();
        if (bare.matches(DIGITS)) {
            BigDecimal likely = parse(bare, thousands);
            if (likely != null) {
                readings.add(likely);
            }
        }
        return readings;
    }
}
