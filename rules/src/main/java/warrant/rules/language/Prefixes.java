package warrant.rules.language;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** IRIs as names with a prefix. */
final class Prefixes {
    private static final Pattern LOCAL = Pattern.compile("\\p{L}[\\p{L}0-9_-]*");

    private Prefixes() {}

    /** @return the shortest name that reads back as the IRI, the empty prefix first; empty when there is none */
    static Optional<String> shorten(String iri, Map<String, String> prefixes) {
        return prefixes.entrySet().stream()
                .filter(e -> iri.startsWith(e.getValue()))
                .filter(e -> LOCAL.matcher(iri.substring(e.getValue().length())).matches())
                .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
                .min(java.util.Comparator.comparingInt(String::length).thenComparing(s -> s));
    }
}
