package warrant.extraction.read.office;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * What a reader sees in a cell, with two differences: a date is written as ISO 8601 does, and digits that the format
 * rounds away are kept, because a sum that was rounded for show is not the sum.
 */
final class CellText {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
    /** A currency of a format such as {@code [$EUR] #,##0.00}, which POI leaves in brackets. */
    private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^\\]-]*)(?:-[^\\]]*)?\\]");

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final boolean from1904;

    CellText(Workbook book) {
        formatter.setUseCachedValuesForFormulaCells(true);
        from1904 = book instanceof org.apache.poi.ss.usermodel.Date1904Support dated && dated.isDate1904();
    }

    String of(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell);
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case BLANK, FORMULA, _NONE -> "";
        };
    }

    private String date(Cell cell) {
        double value = cell.getNumericCellValue();
        LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904);
        if (moment == null || (value < 1 && value > 0)) {
            return formatter.formatCellValue(cell);
        }
        LocalTime time = moment.toLocalTime();
        return moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time);
    }

    private String number(Cell cell) {
        String shown = CURRENCY.matcher(formatter.formatCellValue(cell))
                .replaceAll("$1")
                .strip();
        Matcher number = NUMBER.matcher(shown);
        BigDecimal exact = new BigDecimal(cell.getNumericCellValue()).abs().round(DIGITS);
        if (!number.find() || shown.matches(".*\\d[Ee][+-]?\\d.*")) {
            return shown.isEmpty() || cell.getNumericCellValue() != 0 ? plain(cell) : shown;
        }
        if (shown.indexOf('%') >= 0) {
            exact = exact.scaleByPowerOfTen(2);
        }
        BigDecimal seen = new BigDecimal(number.group().replace(",", ""));
        if (seen.compareTo(exact) == 0) {
            return shown;
        }
        String digits = exact.stripTrailingZeros().toPlainString();
        return shown.substring(0, number.start()) + digits + shown.substring(number.end());
    }

    private static String plain(Cell cell) {
        return new BigDecimal(cell.getNumericCellValue())
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
