package warrant.extraction.read.office;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import warrant.extraction.read.page.Field;
import warrant.extraction.read.page.Roman;

/** Counts the numbered paragraphs of a Word document and writes each number as Word shows it. */
final class Numbering {
    private static final int LEVELS = 9;

    private final XWPFDocument word;
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<BigInteger> restarted = new HashSet<>();

    Numbering(XWPFDocument word) {
        this.word = word;
    }

    /** A numbered list that a paragraph belongs to, and its level there. */
    private record Place(BigInteger list, int level) {}

    /** @return the number or bullet before a paragraph, or nothing; to be called once for each, in order */
    String next(XWPFParagraph paragraph) {
        Place place = place(paragraph);
        XWPFNumbering numbering = word.getNumbering();
        if (place == null || numbering == null || place.list().signum() == 0) {
            return "";
        }
        XWPFNum list = numbering.getNum(place.list());
        BigInteger abstractId = numbering.getAbstractNumID(place.list());
        XWPFAbstractNum shape = abstractId == null ? null : numbering.getAbstractNum(abstractId);
        if (list == null || shape == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(abstractId, id -> fresh(shape.getCTAbstractNum()));
        if (restarted.add(place.list())) {
            restart(list, counts);
        }
        int level = place.level();
        counts[level]++;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = start(shape.getCTAbstractNum(), deeper) - 1;
        }
        return render(level(list, shape.getCTAbstractNum(), level), shape.getCTAbstractNum(), list, counts, level);
    }

    private @Nullable Place place(XWPFParagraph paragraph) {
        CTPPrBase properties = paragraph.getCTP().getPPr();
        if (properties != null && properties.isSetNumPr()) {
            CTNumPr number = properties.getNumPr();
            if (number.isSetNumId()) {
                return new Place(number.getNumId().getVal(), level(number));
            }
        }
        return placeOfStyle(paragraph.getStyleID(), 0);
    }

    private @Nullable Place placeOfStyle(@Nullable String id, int depth) {
        XWPFStyle style = id == null || depth > LEVELS || word.getStyles() == null
                ? null
                : word.getStyles().getStyle(id);
        if (style == null) {
            return null;
        }
        CTPPrBase properties = style.getCTStyle().getPPr();
        if (properties == null
                || !properties.isSetNumPr()
                || !properties.getNumPr().isSetNumId()) {
            return placeOfStyle(style.getBasisStyleID(), depth + 1);
        }
        CTNumPr number = properties.getNumPr();
        BigInteger list = number.getNumId().getVal();
        return new Place(list, number.isSetIlvl() ? level(number) : linkedLevel(list, style.getStyleId()));
    }

    /** The level of a list that names the style. */
    private int linkedLevel(BigInteger list, String style) {
        BigInteger id = word.getNumbering() == null ? null : word.getNumbering().getAbstractNumID(list);
        XWPFAbstractNum shape = id == null ? null : word.getNumbering().getAbstractNum(id);
        if (shape != null) {
            for (CTLvl level : shape.getCTAbstractNum().getLvlArray()) {
                if (level.isSetPStyle() && style.equals(level.getPStyle().getVal())) {
                    return Math.clamp(level.getIlvl().intValue(), 0, LEVELS - 1);
                }
            }
        }
        return 0;
    }

    private static int level(CTNumPr number) {
        return number.isSetIlvl() ? Math.clamp(number.getIlvl().getVal().intValue(), 0, LEVELS - 1) : 0;
    }

    private static int[] fresh(CTAbstractNum shape) {
        int[] counts = new int[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            counts[level] = start(shape, level) - 1;
        }
        return counts;
    }

    private static void restart(XWPFNum list, int[] counts) {
        for (CTNumLvl override : list.getCTNum().getLvlOverrideArray()) {
            if (override.isSetStartOverride()) {
                int level = Math.clamp(override.getIlvl().intValue(), 0, LEVELS - 1);
                counts[level] = override.getStartOverride().getVal().intValue() - 1;
            }
        }
    }

    private static int start(CTAbstractNum shape, int level) {
        CTLvl found = level(shape, level);
        return found != null && found.isSetStart() ? found.getStart().getVal().intValue() : 1;
    }

    private static @Nullable CTLvl level(CTAbstractNum shape, int level) {
        for (CTLvl candidate : shape.getLvlArray()) {
            if (candidate.getIlvl().intValue() == level) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable CTLvl level(XWPFNum list, CTAbstractNum shape, int level) {
        for (CTNumLvl override : list.getCTNum().getLvlOverrideArray()) {
            if (override.getIlvl().intValue() == level && override.isSetLvl()) {
                return override.getLvl();
            }
        }
        return level(shape, level);
    }

    private static String render(@Nullable CTLvl level, CTAbstractNum shape, XWPFNum list, int[] counts, int at) {
        if (level == null || !level.isSetLvlText()) {
            return "";
        }
        if (level.isSetNumFmt() && level.getNumFmt().getVal() == STNumberFormat.BULLET) {
            return "•";
        }
        boolean legal = level.isSetIsLgl();
        String text = level.getLvlText().getVal();
        for (int i = 0; i <= at; i++) {
            CTLvl part = level(list, shape, i);
            String format = part == null || !part.isSetNumFmt() || (legal && i < at)
                    ? "decimal"
                    : part.getNumFmt().getVal().toString();
            text = text.replace("%" + (i + 1), number(Math.max(counts[i], part == null ? 0 : 1), format));
        }
        return text;
    }

    private static String number(int n, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(n).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(n);
            case "lowerRoman" -> Roman.of(n).toLowerCase(Locale.ROOT);
            case "upperRoman" -> Roman.of(n);
            case "decimalZero" -> n < 10 ? "0" + n : String.valueOf(n);
            case "none" -> "";
            default -> String.valueOf(n);
        };
    }

    /** Word goes on after z with aa, bb, cc. */
    private static String letters(int n) {
        return n < 1 ? String.valueOf(n) : Field.letters((n - 1) % 26).repeat((n - 1) / 26 + 1);
    }
}
