package warrant.rules.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each read by name; what is not read is an error at the end. */
final class Fields {
    private final Map<?, ?> map;
    private final Set<String> read = new HashSet<>();

    private Fields(Map<?, ?> map) {
        this.map = map;
    }

    static Fields of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(map);
        }
        throw new IllegalArgumentException("expected an object, found " + value);
    }

    boolean has(String name) {
        return map.containsKey(name);
    }

    List<String> names() {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    @Nullable Object get(String name) {
        if (!map.containsKey(name)) {
            throw new IllegalArgumentException("the field '" + name + "' is missing");
        }
        read.add(name);
        return map.get(name);
    }

    String text(String name) {
        return string(get(name));
    }

    @Nullable String textOrNull(String name) {
        Object value = get(name);
        return value == null ? null : string(value);
    }

    boolean truth(String name) {
        if (get(name) instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException("the field '" + name + "' is neither true nor false");
    }

    <T> List<T> list(String name, Function<@Nullable Object, T> each) {
        return each(get(name), each);
    }

    static <T> List<T> each(@Nullable Object value, Function<@Nullable Object, T> each) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("expected a list, found " + value);
        }
        List<T> all = new ArrayList<>();
        list.forEach(one -> all.add(each.apply(one)));
        return all;
    }

    static String string(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("expected a text, found " + value);
    }

    static long number(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("expected a number, found " + value);
    }

    /** @throws IllegalArgumentException if some field was not read */
    void end() {
        for (Object name : map.keySet()) {
            if (!read.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("an unknown field: '" + name + "'");
            }
        }
    }
}
