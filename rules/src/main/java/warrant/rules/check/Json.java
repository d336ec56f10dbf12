package warrant.rules.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, whole numbers, truth values and null. No blanks are written, and order is kept. */
final class Json {
    private static final int MOST_NESTED = 64;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blanks();
        if (json.at != text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("not JSON: expected " + expected + " at character " + at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(String expected) {
        blanks();
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    private @Nullable Object value() {
        if (++depth > MOST_NESTED) {
            throw wrong("less nesting");
        }
        try {
            if (skip("{")) {
                return object();
            }
            if (skip("[")) {
                return list();
            }
            if (skip("\"")) {
                return string();
            }
            if (skip("true")) {
                return true;
            }
            if (skip("false")) {
                return false;
            }
            return skip("null") ? null : number();
        } finally {
            depth--;
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (skip("}")) {
            return map;
        }
        do {
            if (!skip("\"")) {
                throw wrong("a name");
            }
            String name = string();
            if (!skip(":")) {
                throw wrong(":");
            }
            if (map.containsKey(name)) {
                throw wrong("a name once only, not '" + name + "' again,");
            }
            map.put(name, value());
        } while (skip(","));
        if (!skip("}")) {
            throw wrong("}");
        }
        return map;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        if (skip("]")) {
            return list;
        }
        do {
            list.add(value());
        } while (skip(","));
        if (!skip("]")) {
            throw wrong("]");
        }
        return list;
    }

    private Long number() {
        int begin = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.parseLong(text.substring(begin, at));
        } catch (NumberFormatException none) {
            throw wrong("a value");
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw wrong("the end of a string");
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "\"\\/nrtbf".indexOf(c);
        if (known < 0) {
            throw wrong("an escape");
        }
        return "\"\\/\n\r\t\b\f".charAt(known);
    }

    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                out.append('{');
                map.forEach((name, one) -> {
                    out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
                    quote(String.valueOf(name), out);
                    out.append(':');
                    write(one, out);
                });
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(list.get(i), out);
                }
                out.append(']');
            }
            case String string -> quote(string, out);
            default -> out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
