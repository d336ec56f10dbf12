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
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

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

    /** @param from1904 whether the workbook counts its days from 1904 on */
    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    String of(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        CellStyle style = cell.getCellStyle();
        return switch (type) {
            case NUMERIC -> of(cell.getNumericCellValue(), style.getDataFormat(), style.getDataFormatString());
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case BLANK, FORMULA, _NONE -> "";
        };
    }

    /**
     * @param index of the format, as the file numbers it
     * @param format such as {@code #,##0.00}; null: none is said
     */
    String of(double value, int index, @Nullable String format) {
        String named = format == null ? "General" : format;
        boolean dated = DateUtil.isValidExcelDate(value) && DateUtil.isADateFormat(index, named);
        return dated ? date(value, index, named) : number(value, index, named);
    }

    private String date(double value, int index, String format) {
        LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904);
        if (moment == null || (value < 1 && value > 0)) {
            return formatter.formatRawCellContents(value, index, format, from1904);
        }
        LocalTime time = moment.toLocalTime();
        return moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time);
    }

    private String number(double value, int index, String format) {
        String shown = CURRENCY.matcher(formatter.formatRawCellContents(value, index, format, from1904))
                .replaceAll("$1")
                .strip();
        Matcher number = NUMBER.matcher(shown);
        BigDecimal exact = new BigDecimal(value).abs().round(DIGITS);
        if (!number.find() || shown.matches(".*\\d[Ee][+-]?\\d.*")) {
            return shown.isEmpty() || value != 0 ? plain(value) : shown;
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

    private static String plain(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
