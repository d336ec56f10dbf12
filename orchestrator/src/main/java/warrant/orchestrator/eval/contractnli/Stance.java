package warrant.orchestrator.eval.contractnli;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How the likeliest passages stand to a hypothesis by the form of both. Each part is in [0, 1]: 1 if the first passage
 * has it, less if only a later one does, 0 if the hypothesis is not of that form.
 *
 * @param opened it excludes, and a passage names more than one kind of thing
 * @param barred it permits, and a passage forbids without exception
 * @param granted it permits, and a passage permits
 * @param denied it permits, and a passage forbids, perhaps with exceptions
 * @param freed it forbids, and a passage permits
 * @param forbidden it forbids, and a passage forbids
 */
record Stance(double opened, double barred, double granted, double denied, double freed, double forbidden) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern OPEN = Pattern.compile(
            "\\binclud(?:ing|es?)\\b|\\bwithout limitation\\b|\\bnot limited\\b|\\bany and all\\b|\\bor otherwise\\b"
                    + "|\\bany (?:other )?(?:information|data|material)|\\ball\\b[^.;]{0,40}\\binformation",
            FLAGS);
    /** What stands between the members of an enumeration. */
    private static final Pattern BETWEEN = Pattern.compile("[,;]|\\bor\\b", FLAGS);

    private static final int ENUMERATION = 3;
    private static final Pattern FORBIDS = Pattern.compile(
            "\\b(?:shall|will|must|may|can|should|agrees?|undertakes?|is|are|do|does|did)\\s+not\\b|\\bcannot\\b"
                    + "|\\bnot\\s+(?:to|be)\\b|\\bn(?:either|or|ever)\\b|\\bno\\s+\\w+\\s+(?:shall|may|will)\\b"
                    + "|\\bwithout\\b|\\bprohibited\\b|\\brefrain",
            FLAGS);
    private static final Pattern EXCEPTS = Pattern.compile(
            "\\bexcept|\\bunless\\b|\\bother than\\b|\\bonly\\b|\\bprovided\\b|\\bsolely\\b|\\bsubject to\\b|\\bsave\\b",
            FLAGS);
    private static final Pattern PERMITS =
            Pattern.compile("\\bmay\\b(?! not)|\\b(?:permitted|free|entitled|right) to\\b", FLAGS);

    /** What a passage counts at each place. */
    private static final double[] WEIGHTS = {1, 0.6, 0.4};

    /** @param passages the likeliest first */
    static Stance of(Claim claim, List<String> passages) {
        boolean permits = claim.permits();
        boolean forbids = claim.forbids();
        return new Stance(
                first(claim.excludes(), passages, has(OPEN).or(Stance::enumerates)),
                first(permits, passages, has(FORBIDS).and(has(EXCEPTS).negate())),
                first(permits, passages, has(PERMITS)),
                first(permits, passages, has(FORBIDS)),
                first(forbids, passages, has(PERMITS)),
                first(forbids, passages, has(FORBIDS)));
    }

    private static Predicate<String> has(Pattern pattern) {
        return passage -> pattern.matcher(passage).find();
    }

    private static boolean enumerates(String passage) {
        return BETWEEN.matcher(passage).results().limit(ENUMERATION).count() == ENUMERATION;
    }

    private static double first(boolean applies, List<String> passages, Predicate<String> test) {
        for (int i = 0; applies && i < Math.min(WEIGHTS.length, passages.size()); i++) {
            if (test.test(passages.get(i))) {
                return WEIGHTS[i];
            }
        }
        return 0;
    }

    /** @return the sum of its parts, each times that of the weights */
    double times(Stance weights) {
        return opened * weights.opened
                + barred * weights.barred
                + granted * weights.granted
                + denied * weights.denied
                + freed * weights.freed
                + forbidden * weights.forbidden;
    }
}
