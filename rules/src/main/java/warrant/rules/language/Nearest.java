package warrant.rules.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant: the fewest letters inserted, deleted, replaced or swapped. */
public final class Nearest {
    private static final int LONGEST = 80;
    private static final int SHORT = 2;

    private Nearest() {}

    /**
     * @return the nearest candidate, if at most a third of the letters (and one at least) differ; of names of one or
     *     two letters, only of capitals and small ones
     */
    public static Optional<String> to(String written, Collection<String> candidates) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        boolean isShort = written.chars().filter(Character::isLetterOrDigit).count() <= SHORT;
        int allowed = isShort ? 0 : Math.max(1, written.length() / 3);
        return candidates.stream()
                .filter(c -> Math.abs(c.length() - written.length()) <= allowed)
                .filter(c -> distance(written, c) <= allowed)
                .min(Comparator.comparingInt((String c) -> distance(written, c))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
