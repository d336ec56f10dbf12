package warrant.extraction.relate.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.extraction.mention.Amounts;
import warrant.extraction.mention.Context.DateOrder;
import warrant.extraction.mention.Durations;
import warrant.extraction.mention.Mentions;
import warrant.extraction.mention.Units;
import warrant.graph.Datatypes;
import warrant.graph.Literal;

/**
 * Reads the cells of one column. What one cell leaves open, the column decides: the order of day and month, and whether
 * a comma begins a fraction.
 *
 * @param currency for amounts that name none themselves, or empty
 */
record CellValues(Header header, DateOrder dates, boolean commaIsPoint, String currency) {
    private static final Pattern NUMBER =
            Pattern.compile("[-+−–]?\\d[\\d.,'’ \u00a0]*|[-+−–]?[.,]\\d+|\\(\\d[\\d.,'’ ]*\\)");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)[-–—./]*|n/?a\\.?|none|nil|null|tbd|tba|unknown|open|pending|vacant|keine?|k\\.\\s?A\\.|无");

    static CellValues of(Header header, List<String> cells, Writing ofTable, String currency) {
        Writing own = Writing.of(cells);
        String stated = header.currency() == null ? currency : header.currency();
        return new CellValues(
                header,
                own.dates() == DateOrder.UNKNOWN ? ofTable.dates() : own.dates(),
                own.comma() == null ? Boolean.TRUE.equals(ofTable.comma()) : own.comma(),
                stated);
    }

    /**
     * How figures are written.
     *
     * @param comma whether a comma begins a fraction and a point groups thousands; null if nothing tells
     */
    record Writing(DateOrder dates, @Nullable Boolean comma) {
        private static final Pattern COMMA = Pattern.compile(
                "\\d\\.\\d{3},\\d+|(?<![\\d,.])\\d+,(?:\\d{1,2}|\\d{4,})(?![\\d,.])|\\d\\.\\d{3}\\.\\d{3}");
        private static final Pattern POINT =
                Pattern.compile("\\d,\\d{3}\\.\\d+|(?<![\\d,.])\\d+\\.\\d{1,2}(?![\\d.,])|\\d,\\d{3},\\d{3}");

        static Writing of(List<String> cells) {
            boolean comma = cells.stream().anyMatch(cell -> COMMA.matcher(cell).find());
            boolean point = cells.stream().anyMatch(cell -> POINT.matcher(cell).find());
            return new Writing(
                    warrant.extraction.mention.Dates.order(String.join("\n", cells)), comma == point ? null : comma);
        }

        /** @return the same, open questions answered by the order of dates that the document around it shows */
        Writing within(DateOrder around) {
            return dates == DateOrder.UNKNOWN ? new Writing(around, comma) : this;
        }
    }

    /** @return whether the cell says that there is no value */
    static boolean isNothing(String text) {
        return NOTHING.matcher(text.strip()).matches();
    }

    /** @return the readings of a cell: none if it is not a value of the datatype, several if it is ambiguous */
    List<Literal> read(String text, String datatype) {
        String cell = text.strip();
        return switch (datatype) {
            case Datatypes.DATE ->
                whole(cell.replaceFirst("(?<=\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}.*$", ""), datatype);
            case Datatypes.MONEY -> money(cell);
            case Datatypes.PERCENTAGE -> percentage(cell);
            case Datatypes.DURATION -> duration(cell);
            case Datatypes.QUANTITY -> quantity(cell);
            case Datatypes.INTEGER -> one(integer(cell));
            case Datatypes.DECIMAL -> one(decimal(cell));
            case Datatypes.BOOLEAN -> one(bool(cell));
            default -> cell.isEmpty() ? List.of() : List.of(new Literal(cell, datatype));
        };
    }

    private List<Literal> whole(String cell, String datatype) {
        return Mentions.readings(cell, datatype, dates);
    }

    private List<Literal> money(String cell) {
        BigDecimal bare = number(cell, true);
        if (bare != null) {
            return currency.isEmpty() ? List.of() : List.of(Amounts.money(currency, bare));
        }
        boolean negative = cell.startsWith("(") && cell.endsWith(")");
        String inner = negative ? cell.substring(1, cell.length() - 1).strip() : cell;
        List<Literal> stated = whole(comma(inner), Datatypes.MONEY);
        if (stated.isEmpty() || !negative) {
            return stated;
        }
        String[] parts = stated.getFirst().lexical().split(" ");
        return List.of(Amounts.money(parts[0], new BigDecimal(parts[1]).negate()));
    }

    private List<Literal> percentage(String cell) {
        List<Literal> stated = whole(comma(cell), Datatypes.PERCENTAGE);
        BigDecimal bare = stated.isEmpty() ? number(cell, false) : null;
        boolean percent = header.unit().equals("%")
                || header.cell().text().contains("%")
                || header.label().toLowerCase(Locale.ROOT).matches(".*(?:per ?cent|rate|share|quote|prozent|satz).*");
        return bare != null && percent ? List.of(Amounts.percentage(bare)) : stated;
    }

    private List<Literal> duration(String cell) {
        List<Literal> stated = whole(cell, Datatypes.DURATION);
        BigDecimal bare = stated.isEmpty() ? number(cell, false) : null;
        if (bare == null) {
            return stated;
        }
        String unit = header.unit().isEmpty() ? header.label().replaceFirst("^.*\\s", "") : header.unit();
        return one(Durations.of(bare, unit));
    }

    private List<Literal> quantity(String cell) {
        List<Literal> stated = whole(comma(cell), Datatypes.QUANTITY);
        BigDecimal bare = stated.isEmpty() ? number(cell, false) : null;
        boolean unit = !header.unit().isEmpty() && header.currency() == null;
        return bare != null && unit ? List.of(Amounts.quantity(bare, Units.canonical(header.unit()))) : stated;
    }

    private @Nullable Literal integer(String cell) {
        BigDecimal number = number(cell, true);
        return number == null || number.stripTrailingZeros().scale() > 0
                ? null
                : new Literal(number.toBigInteger().toString(), Datatypes.INTEGER);
    }

    private @Nullable Literal decimal(String cell) {
        BigDecimal number = number(cell, false);
        return number == null ? null : Literal.decimal(number);
    }

    private static @Nullable Literal bool(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "x", "✓", "✔", "ja", "wahr", "是" -> Literal.bool(true);
            case "no", "n", "false", "✗", "nein", "falsch", "否" -> Literal.bool(false);
            default -> null;
        };
    }

    private @Nullable BigDecimal number(String cell, boolean thousands) {
        if (!NUMBER.matcher(cell).matches()) {
            return null;
        }
        boolean negative = cell.matches("[-−–(].*");
        String digits = comma(cell.replaceAll("[-+−–()]", "").strip());
        List<BigDecimal> readings = warrant.extraction.mention.Numerals.readings(digits, thousands);
        return readings.isEmpty() ? null : negative ? readings.getFirst().negate() : readings.getFirst();
    }

    /** Digits of a column whose commas begin fractions, as they would be written with a point. */
    private String comma(String cell) {
        return commaIsPoint ? cell.replaceAll("(?<=\\d)\\.(?=\\d{3})", "").replaceAll("(?<=\\d),(?=\\d)", ".") : cell;
    }

    private static List<Literal> one(@Nullable Literal literal) {
        return literal == null ? List.of() : List.of(literal);
    }
}
