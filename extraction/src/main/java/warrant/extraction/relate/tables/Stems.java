package warrant.extraction.relate.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a label without endings and without the small words between them. */
final class Stems {
    /** Words that hold a label together. */
    private static final Set<String> SMALL = Set.of(
            ("is are was has have had the a an of on by to in at for from with under been be its this that which who does do"
                            + " der die das des den dem ein eine ist hat im am von vom zu zum zur und für mit and or as")
                    .split(" "));

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("paid", "pay"),
            Map.entry("sent", "send"),
            Map.entry("sold", "sell"),
            Map.entry("bought", "buy"),
            Map.entry("begun", "begin"),
            Map.entry("began", "begin"),
            Map.entry("made", "make"),
            Map.entry("held", "hold"),
            Map.entry("given", "give"),
            Map.entry("gave", "give"),
            Map.entry("taken", "take"),
            Map.entry("left", "leave"),
            Map.entry("lent", "lend"),
            Map.entry("owed", "owe"),
            Map.entry("owing", "owe"),
            Map.entry("due", "due"),
            Map.entry("met", "meet"),
            Map.entry("people", "person"),
            Map.entry("built", "build"),
            Map.entry("won", "win"),
            Map.entry("written", "write"),
            Map.entry("born", "birth"),
            Map.entry("died", "death"),
            Map.entry("qty", "quantity"),
            Map.entry("amt", "amount"),
            Map.entry("pct", "percent"),
            Map.entry("dept", "department"),
            Map.entry("acct", "account"),
            Map.entry("inv", "invoice"),
            Map.entry("cust", "customer"));
    /** Those to whom it is done, as distinct from those who do it: {@code payee} is not {@code payer}. */
    private static final Set<String> DONE_TO =
            Set.of(("employee lessee payee mortgagee licensee assignee grantee obligee"
                            + " consignee franchisee bailee donee trainee trustee appointee nominee transferee")
                    .split(" "));

    private static final List<String> ENDINGS = List.of(
            "ations", "ation", "ating", "ated", "ates", "ate", "ances", "ance", "ences", "ence", "ures", "ure", "able",
            "ments", "ment", "ings", "ing", "ies", "ied", "ery", "ers", "er", "ors", "or", "ions", "ion", "als", "al",
            "ed", "es", "ly", "s", "y", "e");

    /** Words that say that something is a number or name, not of what. */
    static final Set<String> NAMING = Set.copyOf(
            stems("no nos nr number numbers num reference ref id identifier code name nummer bezeichnung # key label"));

    private Stems() {}

    /** @return stems in order, each once; camel case and punctuation separate words */
    static Set<String> stems(String label) {
        Set<String> stems = new LinkedHashSet<>();
        for (String word : words(label)) {
            if (!word.isEmpty() && !SMALL.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    /** @return words in small letters; of {@code Operator's} the {@code s} is dropped */
    static String[] words(String label) {
        return label.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\p{L})['’]s?(?!\\p{L})", "")
                .split("[^\\p{L}\\p{N}#%]+");
    }

    private static String stem(String word) {
        String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (DONE_TO.contains(single)) {
            return single;
        }
        String irregular = IRREGULAR.get(word);
        String base = irregular == null ? word : irregular;
        for (String ending : ENDINGS) {
            int least = ending.length() > 2 && !ending.startsWith("ment") ? 4 : 3;
            if (base.endsWith(ending) && base.length() - ending.length() >= least) {
                String cut = base.substring(0, base.length() - ending.length());
                boolean doubled = cut.length() > 3
                        && cut.charAt(cut.length() - 1) == cut.charAt(cut.length() - 2)
                        && "ls".indexOf(cut.charAt(cut.length() - 1)) < 0;
                boolean silent = cut.length() > 3 && cut.endsWith("e");
                return doubled || silent ? cut.substring(0, cut.length() - 1) : cut;
            }
        }
        return base;
    }
}
