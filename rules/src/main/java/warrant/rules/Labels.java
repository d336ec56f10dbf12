package warrant.rules;

import java.util.Locale;

/** When two labels mean the same: letter case, runs of blanks and punctuation of legal forms do not matter. */
public final class Labels {
    private Labels() {}

    /**
     * @return the label as it is compared: {@code halden freight systems ltd} for {@code Halden Freight Systems Ltd.}
     */
    public static String normal(String label) {
        StringBuilder out = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                blank = !out.isEmpty();
            } else if (c != '.' && c != ',') {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
