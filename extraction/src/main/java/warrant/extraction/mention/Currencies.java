package warrant.extraction.mention;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and signs of currencies. */
final class Currencies {
    /** Codes that are also words that a contract may print in capitals. */
    private static final Set<String> WORDS = Set.of(
            "ALL", "TOP", "MOP", "TRY", "ANG", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "PEN", "RON", "SOS", "VES",
            "WST", "BOB", "NIO", "MUR", "GIP", "SHP", "FIM");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !WORDS.contains(code))
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> NAMES = names();

    static final String CODE = "(?:" + String.join("|", CODES.stream().sorted().toList()) + ")";
    static final String SIGN = "(?:US\\$|A\\$|C\\$|HK\\$|S\\$|NZ\\$|€|\\$|£|¥|￥|₹|₽|₩|zł|Fr\\.)";
    static final String NAME =
            "(?i:(?:US|U\\.S\\.|Canadian|Australian|Hong Kong|Singapore)\\s+dollars?|dollars?|euros?|pounds?(?:\\s+sterling)?"
                    + "|sterling|Swiss\\s+francs?|Schweizer\\s+Franken|Franken|francs?|yen|yuan|renminbi|RMB|rupees?)|人民币|欧元|美元|英镑|日元|瑞士法郎|元";

    private Currencies() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        String pairs =
                "us$=USD a$=AUD c$=CAD hk$=HKD s$=SGD nz$=NZD €=EUR $=USD £=GBP ¥=JPY ￥=CNY ₹=INR ₽=RUB ₩=KRW zł=PLN fr.=CHF"
                        + " dollar=USD euro=EUR pound=GBP sterling=GBP franken=CHF franc=CHF yen=JPY yuan=CNY renminbi=CNY rmb=CNY"
                        + " rupee=INR 人民币=CNY 元=CNY 欧元=EUR 美元=USD 英镑=GBP 日元=JPY 瑞士法郎=CHF";
        for (String pair : pairs.split(" ")) {
            int sign = pair.indexOf('=');
            names.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        return Map.copyOf(names);
    }

    /** @return the ISO 4217 code of what stands for a currency, or null */
    static @Nullable String code(String written) {
        String bare = written.strip();
        if (CODES.contains(bare)) {
            return bare;
        }
        String low = bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String exact = NAMES.get(low);
        if (exact != null) {
            return exact;
        }
        if (low.startsWith("canadian")) {
            return "CAD";
        }
        if (low.startsWith("australian")) {
            return "AUD";
        }
        if (low.startsWith("hong kong")) {
            return "HKD";
        }
        if (low.startsWith("singapore")) {
            return "SGD";
        }
        String last =
                low.replaceFirst("\\s+sterling$", "").replaceFirst("^.* ", "").replaceFirst("s$", "");
        return NAMES.get(last);
    }
}
