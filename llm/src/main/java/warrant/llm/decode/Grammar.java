package warrant.llm.decode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A language over bytes as what is left of it after some bytes: derivatives, after Brzozowski 1964. Immutable; equal
 * ones are the same language, so that few are met however long the answer gets.
 */
interface Grammar extends Acceptor.State {
    /** @return what is left after one more byte, 0 to 255, or null if it may not follow */
    @Override
    @Nullable Grammar next(int octet);

    @Override
    default boolean onlyComplete() {
        Octets begins = begins();
        return complete() && IntStream.range(0, 256).allMatch(octet -> !begins.has(octet) || next(octet) == null);
    }

    static Grammar literal(String text) {
        return new Literal(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    static Grammar sequence(Grammar first, Grammar rest) {
        if (first.equals(Literal.END)) {
            return rest;
        }
        if (rest.equals(Literal.END)) {
            return first;
        }
        return first instanceof Sequence(Grammar one, Grammar two)
                ? new Sequence(one, sequence(two, rest))
                : new Sequence(first, rest);
    }

    static Grammar sequence(List<Grammar> parts) {
        return parts.reversed().stream().reduce(Literal.END, (rest, part) -> sequence(part, rest));
    }

    static Grammar either(Grammar one, Grammar other) {
        return anyOf(List.of(one, other));
    }

    /** @param options at least one */
    static Grammar anyOf(List<Grammar> options) {
        Set<Grammar> distinct = new LinkedHashSet<>();
        for (Grammar option : options) {
            if (option instanceof Either(Set<Grammar> inner)) {
                distinct.addAll(inner);
            } else {
                distinct.add(option);
            }
        }
        return distinct.size() == 1 ? distinct.iterator().next() : new Either(distinct);
    }

    /** @param most -1 for no limit */
    static Grammar repeat(Grammar item, int least, int most) {
        return most == 0 ? Literal.END : new Repeat(item, Math.max(0, least), most);
    }

    static Grammar maybe(Grammar item) {
        return either(item, Literal.END);
    }

    /** One space or none. */
    static Grammar space() {
        return maybe(literal(" "));
    }

    /** @param bytes each as a letter of Latin-1 */
    record Literal(String bytes) implements Grammar {
        /** Nothing more may follow. */
        static final Grammar END = new Literal("");

        @Override
        public @Nullable Grammar next(int octet) {
            return bytes.isEmpty() || bytes.charAt(0) != octet ? null : new Literal(bytes.substring(1));
        }

        @Override
        public Octets begins() {
            return bytes.isEmpty() ? Octets.NONE : Octets.only(bytes.charAt(0));
        }

        @Override
        public boolean complete() {
            return bytes.isEmpty();
        }
    }

    /** One, then the rest. */
    record Sequence(Grammar first, Grammar rest) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            Grammar inFirst = first.next(octet);
            Grammar inRest = first.complete() ? rest.next(octet) : null;
            if (inFirst == null) {
                return inRest;
            }
            Grammar left = sequence(inFirst, rest);
            return inRest == null ? left : either(left, inRest);
        }

        @Override
        public Octets begins() {
            return first.complete() ? first.begins().or(rest.begins()) : first.begins();
        }

        @Override
        public boolean complete() {
            return first.complete() && rest.complete();
        }

        /** Of the first two parts alone: a state is hashed for each byte, and what comes later seldom differs. */
        @Override
        public int hashCode() {
            Grammar second = rest instanceof Sequence(Grammar next, Grammar others) ? next : rest;
            return 31 * first.hashCode() + second.hashCode();
        }
    }

    /** Any of these. */
    record Either(Set<Grammar> options) implements Grammar {
        public Either {
            options = Set.copyOf(options);
        }

        @Override
        public @Nullable Grammar next(int octet) {
            Set<Grammar> next = new LinkedHashSet<>();
            for (Grammar option : options) {
                Grammar after = option.next(octet);
                if (after != null) {
                    next.add(after);
                }
            }
            return next.isEmpty() ? null : anyOf(List.copyOf(next));
        }

        @Override
        public Octets begins() {
            return options.stream().map(Grammar::begins).reduce(Octets.NONE, Octets::or);
        }

        @Override
        public boolean complete() {
            return options.stream().anyMatch(Grammar::complete);
        }
    }

    /** So many of them, one after the other. */
    record Repeat(Grammar item, int least, int most) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            Grammar after = item.next(octet);
            return after == null ? null : sequence(after, repeat(item, least - 1, most < 0 ? -1 : most - 1));
        }

        @Override
        public Octets begins() {
            return item.begins();
        }

        @Override
        public boolean complete() {
            return least == 0 || item.complete();
        }
    }

    /** What is in one and in the other. */
    record Both(Grammar one, Grammar other) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            Grammar inOne = one.next(octet);
            Grammar inOther = inOne == null ? null : other.next(octet);
            return inOne == null || inOther == null ? null : new Both(inOne, inOther);
        }

        @Override
        public Octets begins() {
            return one.begins();
        }

        @Override
        public boolean complete() {
            return one.complete() && other.complete();
        }
    }

    /** What another automaton accepts. */
    record Foreign(Acceptor.State state) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            Acceptor.State next = state.next(octet);
            return next == null ? null : new Foreign(next);
        }

        @Override
        public Octets begins() {
            return state.begins();
        }

        @Override
        public boolean complete() {
            return state.complete();
        }
    }
}
