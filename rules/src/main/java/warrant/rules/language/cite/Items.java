package warrant.rules.language.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What comes after a mark of an enumeration. */
final class Items {
    private static final List<String> ROMAN = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");

    private Items() {}

    /** @return the marks that may follow: {@code (i)} is followed by {@code (j)} or {@code (ii)} */
    static List<String> next(String mark) {
        List<String> next = new ArrayList<>();
        if (mark.matches("[0-9]{1,6}")) {
            next.add(Integer.toString(Integer.parseInt(mark) + 1));
        }
        String lower = mark.toLowerCase(Locale.ROOT);
        if (lower.matches("[a-y]")) {
            next.add(String.valueOf((char) (mark.charAt(0) + 1)));
        }
        int roman = ROMAN.indexOf(lower);
        if (roman >= 0 && roman + 1 < ROMAN.size()) {
            next.add(ROMAN.get(roman + 1));
        }
        return next;
    }
}
