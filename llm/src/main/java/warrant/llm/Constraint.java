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

    /** A run of whole words of this text, at most so many. */
    record SpanOf(String text, int maxWords) implements Constraint {}

    /** A JSON value that this schema (draft 2020-12: type, properties, required, items, enum, maxItems) allows. */
    record JsonSchema(String schema) implements Constraint {}
}
