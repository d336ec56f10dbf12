package warrant.llm.decode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A language over bytes as what is left of it after some bytes: derivatives, after Brzozowski 1964. Immutable. */
interface Grammar extends Acceptor.State {
    /** Nothing more may follow. */
    Grammar END = new Literal(new byte[0], 0);

    @Override
    @Nullable Grammar next(int octet);

    @Override
    default boolean onlyComplete() {
        return this instanceof Literal && complete();
    }

    static Grammar literal(String text) {
        return text.isEmpty() ? END : new Literal(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    static Grammar sequence(Grammar first, Grammar rest) {
        return first.onlyComplete() ? rest : new Sequence(first, rest);
    }

    static Grammar either(@Nullable Grammar one, @Nullable Grammar other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : END;
        }
        return new Either(one, other);
    }

    /** @param options at least one */
    static Grammar anyOf(List<Grammar> options) {
        return options.stream().reduce(Either::new).orElse(END);
    }

    /** One space or none. */
    static Grammar space() {
        return either(literal(" "), END);
    }

    /** These bytes. */
    final class Literal implements Grammar {
        private final byte[] bytes;
        private final int at;

        private Literal(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        @Override
        public @Nullable Grammar next(int octet) {
            if (complete() || (bytes[at] & 0xFF) != octet) {
                return null;
            }
            return at + 1 == bytes.length ? END : new Literal(bytes, at + 1);
        }

        @Override
        public boolean complete() {
            return at == bytes.length;
        }
    }

    /** One, then the rest. */
    record Sequence(Grammar first, Grammar rest) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            Grammar inFirst = first.next(octet);
            Grammar inRest = first.complete() ? rest.next(octet) : null;
            Grammar left = inFirst == null ? null : sequence(inFirst, rest);
            return left == null && inRest == null ? null : either(left, inRest);
        }

        @Override
        public boolean complete() {
            return first.complete() && rest.complete();
        }
    }

    /** One or the other. */
    record Either(Grammar one, Grammar other) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            Grammar inOne = one.next(octet);
            Grammar inOther = other.next(octet);
            return inOne == null && inOther == null ? null : either(inOne, inOther);
        }

        @Override
        public boolean complete() {
            return one.complete() || other.complete();
        }
    }

    /** What is built only when it is reached. */
    record Later(Supplier<Grammar> grammar) implements Grammar {
        @Override
        public @Nullable Grammar next(int octet) {
            return grammar.get().next(octet);
        }

        @Override
        public boolean complete() {
            return grammar.get().complete();
        }
    }
}
