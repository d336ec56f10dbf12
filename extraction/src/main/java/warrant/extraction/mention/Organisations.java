package warrant.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises organisations: capitalised words up to a legal form, or with a word that only organisations have. */
public final class Organisations {
    private static final String FORM =
            "(?:GmbH\\s*&\\s*Co\\.?\\s*KG(?:aA)?|GmbH|gGmbH|mbH|UG(?:\\s*\\(haftungsbeschränkt\\))?|KGaA|OHG|e\\.\\s?V\\.|eG"
                    + "|Pte\\.?\\s+Ltd\\.?|Pty\\.?\\s+Ltd\\.?|Co\\.,?\\s+Ltd\\.?|Ltd\\.?|Limited|L\\.L\\.C\\.|LLC|L\\.L\\.P\\.|LLP|L\\.P\\.|Inc\\.?|Incorporated|Corp\\.?"
                    + "|Corporation|Company|plc|PLC|p\\.l\\.c\\.|DAC|CLG|B\\.\\s?V\\.|BV|N\\.\\s?V\\.|NV|S\\.\\s?A\\.\\s?S\\.?|SAS|S\\.\\s?A\\.|SA|S\\.\\s?à\\s?r\\.\\s?l\\.|Sàrl|SARL"
                    + "|S\\.p\\.A\\.|SpA|S\\.r\\.l\\.|Srl|S\\.L\\.U?\\.?|Lda\\.?|Oyj?|ASA|AB|A/S|ApS|AS|AG|SE|KG|Kft\\.?|Zrt\\.?|Nyrt\\.?|d\\.\\s?o\\.\\s?o\\.|d\\.\\s?d\\."
                    + "|Aktiengesellschaft|Aktiebolag|Aktieselskab|Gesellschaft\\s+mit\\s+beschränkter\\s+Haftung|Société\\s+Anonyme"
                    + "|s\\.\\s?r\\.\\s?o\\.|a\\.\\s?s\\.|Sp\\.\\s?z\\s?o\\.\\s?o\\.|OÜ|UAB|SIA|EOOD|JSC|PJSC|OOO|Bhd\\.?|K\\.\\s?K\\.|Co\\.)";
    private static final String SOFT =
            "(?:\\p{Lu}\\p{Ll}+(?:bank|kasse|versicherung)|Bank|Trust|Foundation|University|College|Council|Authority|Association|Institute|Ministry|Agency|Commission"
                    + "|Holdings?|Group|Partners|Partnership|Brothers|Associates|Chamber|Court|Tribunal|Fund|Cooperative|Stiftung|Verein|Gemeinde|Universität|Hospital"
                    + "|Society|Union|Federation|Department|Insurance|Airlines|Railways|Industries)";
    private static final String WORD = "(?:[\\p{Lu}][\\p{L}\\d.'’&-]*|\\d[\\p{L}\\d-]*[\\p{L}][\\p{L}\\d-]*)";
    private static final String LINK = "(?:\\s+(?:&|of|for|the|für|der|des|und|de|la|du|di|da|van|von|y|e|&)(?=\\s))";
    private static final String PAIR =
            "(?:\\s+and(?=\\s+(?:Sons?|Daughters?|Company|Co\\b|Partners|Brothers|Associates)))";
    /** What stands before a comma inside a name: {@code Aldous & Sons, Pulp Merchants}, {@code Cassel, Lorne & Cie}. */
    private static final String BEFORE_COMMA = "(?:(?:" + WORD
            + "\\s+){1,4}&\\s+(?:Sons?|Daughters?|Brothers|Partners|Co\\.?|Cie\\.?|Söhne|Fils|Figli),\\s+"
            + "|(?<!\\p{Lu}[\\p{L}.]{0,30}\\s)\\p{Lu}\\p{L}+,\\s+(?=\\p{Lu}\\p{L}+\\s+&\\s+\\p{Lu}))?";

    private static final Pattern WITH_FORM =
            Pattern.compile("(?<![\\p{L}\\d])" + BEFORE_COMMA + WORD + "(?:(?:" + LINK + "|" + PAIR
                    + "|,(?=\\s+" + FORM + "))?\\s*(?:\\([\\p{Lu}][\\p{L}. ]+\\)|(?<=\\s)" + WORD + "))*?,?\\s+" + FORM
                    + "(?:\\s+" + FORM + ")?(?![\\p{L}\\d]|-\\d)");
    private static final Pattern SOFT_END =
            Pattern.compile("(?<![\\p{L}\\d])" + WORD + "(?:" + LINK + "{0,2}\\s+" + WORD + "){0,4}?\\s+" + SOFT
                    + "(?:\\s+(?:of|for)(?:\\s+the)?\\s+" + WORD + "(?:\\s+" + WORD + "){0,3})?(?![\\p{L}\\d])");
    private static final Pattern SOFT_START = Pattern.compile("(?<![\\p{L}\\d])(?:" + SOFT
            + "|City|Town|County|State|Republic|Kingdom|Port)\\s+(?:of|for)(?:\\s+the)?\\s+" + WORD
            + "(?:(?:\\s+(?:of|the)){0,2}\\s+" + WORD + "){0,4}");
    /** What belongs to an organisation and has a number: {@code Bond No. 7-3 of}. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:\\p{L}+\\s+)?(?:[Nn]o\\.|[Nn]r\\.)\\s+\\S*\\d\\S*\\s+(?:of|from|by|der|des|von)\\s+(?:the\\s+)?");

    private static final Pattern CHINESE =
            Pattern.compile("[\\p{IsHan}（）()]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|合伙企业|银行)");
    /** Words that begin a sentence or a phrase, but no name. */
    private static final Set<String> OPENERS = Set.of(
            "The",
            "This",
            "That",
            "Between",
            "And",
            "By",
            "From",
            "To",
            "In",
            "On",
            "At",
            "With",
            "For",
            "Of",
            "Under",
            "As",
            "If",
            "When",
            "Where",
            "While",
            "Since",
            "Upon",
            "After",
            "Before",
            "Each",
            "Any",
            "All",
            "Both",
            "Neither",
            "Either",
            "Messrs",
            "Supplier",
            "Customer",
            "Buyer",
            "Seller",
            "Dear",
            "Die",
            "Der",
            "Das",
            "Den",
            "Dem",
            "Zwischen",
            "Von",
            "An",
            "A",
            "Whereas",
            "WHEREAS",
            "BETWEEN",
            "THE",
            "AND",
            "Because",
            "Although",
            "However",
            "Furthermore",
            "Accordingly",
            "Therefore",
            "Today",
            "Yesterday",
            "Our",
            "Your",
            "Its",
            "Their",
            "Subject",
            "Signed",
            "Re");
    /** Whole countries: places, whatever they do as parties. */
    private static final Pattern COUNTRY = Pattern.compile("(?:Republic|Kingdom) of .*");
    /** A sentence's end inside what looked like a name, or behind it. */
    private static final Pattern STOP = Pattern.compile("(?<=\\p{Ll}{3})\\.(?:\\s.*|$)", Pattern.DOTALL);

    private Organisations() {}

    static List<Mention.Name> find(Text text) {
        List<Mention.Name> found = new ArrayList<>();
        for (Pattern pattern : List.of(WITH_FORM, SOFT_END, SOFT_START)) {
            Matcher match = pattern.matcher(text.string());
            while (match.find()) {
                add(text, match.start(), match.end(), pattern != WITH_FORM, found);
            }
        }
        Matcher chinese = CHINESE.matcher(text.string());
        while (chinese.find()) {
            String bare = chinese.group().replaceFirst("^.*[与和由及]", "");
            found.add(text.name(chinese.end() - bare.length(), chinese.end(), Mention.Sort.ORGANISATION));
        }
        return found;
    }

    private static void add(Text text, int begin, int end, boolean soft, List<Mention.Name> found) {
        Matcher counted = COUNTED.matcher(text.string()).region(begin, end);
        int from = counted.lookingAt() ? counted.end() : begin;
        String rest = text.string().substring(from, end);
        if (soft) {
            rest = STOP.matcher(rest).replaceFirst("");
            end = from + rest.length();
        }
        int blank = rest.indexOf(' ');
        while (blank > 0 && opens(rest.substring(0, blank).replaceAll("[.,:]$", ""), from > begin)) {
            from += blank + 1;
            rest = text.string().substring(from, end);
            blank = rest.indexOf(' ');
        }
        boolean whole = blank > 0 && (!soft || Character.isUpperCase(rest.charAt(0)));
        if (whole) {
            Mention.Sort sort = COUNTRY.matcher(rest).matches() ? Mention.Sort.PLACE : Mention.Sort.ORGANISATION;
            found.add(text.name(from, end, sort));
        }
    }

    /** @param after whether such a word came before: {@code Signed for} */
    private static boolean opens(String word, boolean after) {
        return OPENERS.contains(word) || (after && (word.equals("for") || word.equals("für")));
    }

    /** @return a name without its legal form: {@code Halden Freight Systems} */
    public static String withoutForm(String name) {
        return name.replaceFirst(",?\\s+" + FORM + "$", "");
    }

    /** @return whether the word is a legal form that ends a name */
    static boolean isForm(String word) {
        return word.matches(FORM);
    }

    /** @return whether the text is an organisation's name with its legal form and nothing else */
    public static boolean isOrganisation(String text) {
        return WITH_FORM.matcher(text).matches() || CHINESE.matcher(text).matches();
    }
}
