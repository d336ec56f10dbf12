package warrant.graph;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When two labels are the same label: case, runs of white space and the punctuation of legal forms do not count, and
 * neither do the ways in which one character can be written. {@code Halden Freight Systems, Ltd.} is {@code halden
 * freight systems LTD}; {@code Ltd} is not {@code Limited}.
 */
public final class Labels {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");
    private static final Pattern FORM_PUNCTUATION = Pattern.compile("[.,]");
    private static final int LONGEST_SPACED_FORM = 4;

    private static final Set<String> LEGAL_FORMS = Set.copyOf(
            List.of(("ltd limited llc llp lp lllp plc inc incorporated corp corporation co cie pte pty pvt pllc pc cic "
                            + "dac ulc gmbh mbh ggmbh ag kg kgaa ohg ug gbr ev eg ek se sce sa sas sasu sarl srl spa "
                            + "snc scs sca sci eurl sl slu sau bv nv vof bvba sprl ab hb as asa aps oy oyj ehf hf ou "
                            + "sia uab sro spzoo kft zrt nyrt doo dd ood eood jsc pjsc ojsc cjsc ooo oao zao kk gk "
                            + "sdn bhd tbk fzco fze wll lda ltda")
                    .split(" ")));

    private Labels() {}

    /** @return whether both are names of the same label */
    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** @return whether a word is a legal form, its punctuation and case aside: {@code G.m.b.H.}, {@code Ltd} */
    public static boolean isLegalForm(String word) {
        return LEGAL_FORMS.contains(FORM_PUNCTUATION.matcher(fold(word)).replaceAll(""));
    }

    /** @return the form under which equal labels are equal strings; good as a key, not for showing */
    public static String normal(String label) {
        List<String> words = new ArrayList<>();
        List<String> given = List.of(SPACES.split(fold(label).strip()));
        int at = 0;
        while (at < given.size()) {
            int length = spacedForm(given, at);
            String joined = String.join("", given.subList(at, at + length));
            if (at > 0 && isLegalForm(joined)) {
                dropTrailingComma(words);
                words.add(FORM_PUNCTUATION.matcher(joined).replaceAll(""));
            } else {
                words.add(joined);
            }
            at += length;
        }
        return String.join(" ", words);
    }

    /** How many words from here are letters with full stops that make a legal form, as in {@code S. p. A.}; else 1. */
    private static int spacedForm(List<String> words, int from) {
        StringBuilder letters = new StringBuilder();
        int best = 1;
        for (int i = from; i < Math.min(words.size(), from + LONGEST_SPACED_FORM); i++) {
            String word = words.get(i);
            if (word.length() != 2 || word.charAt(1) != '.') {
                break;
            }
            letters.append(word.charAt(0));
            if (i > from && LEGAL_FORMS.contains(letters.toString())) {
                best = i - from + 1;
            }
        }
        return best;
    }

    private static void dropTrailingComma(List<String> words) {
        String last = words.getLast();
        if (last.length() > 1 && last.endsWith(",")) {
            words.set(words.size() - 1, last.substring(0, last.length() - 1));
        }
    }

    /** One case, one way to write each character, plain apostrophes, quotation marks and hyphens. */
    private static String fold(String text) {
        String spaced = SPACES.matcher(text).replaceAll(" ");
        String compatible = Normalizer.normalize(spaced, Normalizer.Form.NFKC);
        String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            switch (c) {
                case '\u2018', '\u2019', '\u02bc' -> plain.append('\'');
                case '\u201c', '\u201d', '\u201e' -> plain.append('"');
                case '\u2010', '\u2011', '\u2012', '\u2013' -> plain.append('-');
                case '\u00ad' -> {
                    // a soft hyphen is not part of the word
                }
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }
}
