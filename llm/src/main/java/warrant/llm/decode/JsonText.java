package warrant.llm.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON string, quotes and all, in well-formed UTF-8 (RFC 8259, section 7). */
record JsonText(Place place, int left) implements Grammar {
    static final JsonText START = new JsonText(Place.BEFORE, 0);
    private static final Map<Integer, String> ESCAPES = new TreeMap<>(
            Map.of((int) '"', "\\\"", (int) '\\', "\\\\", 8, "\\b", 12, "\\f", 10, "\\n", 13, "\\r", 9, "\\t"));
    private static final JsonText INSIDE = new JsonText(Place.INSIDE, 0);

    /** @return one character of these, as it is written inside a string: two letters where it cannot stand itself */
    static Grammar of(List<Letters.Range> characters) {
        List<Letters.Range> escaped =
                List.of(new Letters.Range(0, 0x1F), new Letters.Range('"', '"'), new Letters.Range('\\', '\\'));
        List<Letters.Range> outside = new ArrayList<>(Letters.others(characters));
        outside.addAll(escaped);
        List<Grammar> options = new ArrayList<>();
        if (!Letters.others(outside).isEmpty()) {
            options.add(Letters.not(outside));
        }
        ESCAPES.forEach((letter, written) -> {
            if (characters.stream().anyMatch(range -> range.first() <= letter && letter <= range.last())) {
                options.add(Grammar.literal(written));
            }
        });
        return options.isEmpty() ? Letters.of(List.of()) : Grammar.anyOf(options);
    }

    /** Where in the string; {@code left} bytes of the place are still to come. */
    enum Place {
        BEFORE,
        INSIDE,
        ESCAPE,
        HEX,
        CHARACTER
    }

    @Override
    public @Nullable Grammar next(int octet) {
        return switch (place) {
            case BEFORE -> octet == '"' ? INSIDE : null;
            case INSIDE -> inside(octet);
            case ESCAPE -> octet == 'u' ? new JsonText(Place.HEX, 4) : "\"\\/bfnrt".indexOf(octet) >= 0 ? INSIDE : null;
            case HEX -> Character.digit(octet, 16) >= 0 && octet < 128 ? fewer() : null;
            case CHARACTER -> (octet & 0xC0) == 0x80 ? fewer() : null;
        };
    }

    private static @Nullable Grammar inside(int octet) {
        if (octet == '"') {
            return Literal.END;
        }
        if (octet == '\\') {
            return new JsonText(Place.ESCAPE, 0);
        }
        if (octet < 0x80) {
            return octet < 0x20 ? null : INSIDE;
        }
        int length = octet >= 0xC2 && octet < 0xE0 ? 1 : octet >= 0xE0 && octet < 0xF0 ? 2 : 3;
        return octet < 0xC2 || octet > 0xF4 ? null : new JsonText(Place.CHARACTER, length);
    }

    private Grammar fewer() {
        return left == 1 ? INSIDE : new JsonText(place, left - 1);
    }

    @Override
    public boolean complete() {
        return false;
    }
}
