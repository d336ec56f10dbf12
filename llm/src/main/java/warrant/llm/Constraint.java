package warrant.llm;

import java.util.List;

/** What an answer may be. */
public sealed interface Constraint {
    /** Anything. */
    record Free() implements Constraint {}

    /** One of these strings. */
    record OneOf(List<String> strings) implements Constraint {
        public OneOf {
            strings = List.copyOf(strings);
        }
    }

    /**
     * A run of whole words of this text, at most so many.
     *
     * @param matching a regular expression (of Java) that the run must match as a whole; empty: any run
     */
    record SpanOf(String text, int maxWords, String matching) implements Constraint {
        public SpanOf(String text, int maxWords) {
            this(text, maxWords, "");
        }
    }

    /**
     * A JSON value that this schema allows (draft 2020-12: type, properties, required, items, minItems, maxItems, enum,
     * const, anyOf, $ref, pattern, minLength, maxLength, minimum, maximum and their exclusive forms).
     */
    record JsonSchema(String schema) implements Constraint {}

    /** A text that a regular expression matches as a whole (the regular part of ECMA-262). */
    record Matching(String expression) implements Constraint {}

    /** A text of a context-free grammar: rules {@code name ::= "text" [a-z] other | ( … )* …}, first {@code root}. */
    record Grammatical(String rules) implements Constraint {}

    /** One after the other. */
    record Then(List<Constraint> parts) implements Constraint {
        public Then {
            parts = List.copyOf(parts);
        }
    }

    /** What any of these allows; at least one. */
    record Any(List<Constraint> options) implements Constraint {
        public Any {
            options = List.copyOf(options);
        }
    }
}
