package warrant.extraction.mention;

import java.util.List;
import warrant.graph.Literal;

/**
 * A typed piece of a text. {@code begin} and {@code end} count code points of the text that was searched, and
 * {@code text} is exactly what stands between them.
 */
public sealed interface Mention {
    int begin();

    int end();

    String text();

    /** @return whether the text can be read in several ways */
    boolean ambiguous();

    /**
     * A date, an amount, a duration, a percentage, a quantity or a number.
     *
     * @param readings normalised values, the likeliest first; {@code 03/04/2025} has two
     */
    record Value(int begin, int end, String text, List<Literal> readings) implements Mention {
        public Value {
            readings = List.copyOf(readings);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("a value without a reading: '" + text + "'");
            }
        }

        /** @return the likeliest reading */
        public Literal value() {
            return readings.getFirst();
        }

        public String datatype() {
            return value().datatype();
        }

        @Override
        public boolean ambiguous() {
            return readings.size() > 1;
        }
    }

    /**
     * The name of something, or a term that the document defines for it.
     *
     * @param name what it is called in full: for {@code the Supplier}, the name that the document defines the term for;
     *     otherwise the text itself
     */
    record Name(int begin, int end, String text, Sort sort, String name) implements Mention {
        @Override
        public boolean ambiguous() {
            return false;
        }
    }

    /** What a name names, as far as its form shows. */
    enum Sort {
        ORGANISATION,
        PERSON,
        PLACE,
        /** A defined term of which the document does not say whose name it stands for. */
        TERM,
        /** A document as it is named in a text: {@code this Agreement}, {@code Amendment No. 2}. */
        DOCUMENT,
        /** A capitalised name of which the form shows no more. */
        OTHER
    }

    /**
     * A thing with a number or code: {@code invoice INV-2024-017}, {@code order form no. 3}.
     *
     * @param kind the word that says what it is, in lower case ({@code invoice}), or empty
     * @param code the code alone: {@code INV-2024-017}
     */
    record Identifier(int begin, int end, String text, String kind, String code) implements Mention {
        @Override
        public boolean ambiguous() {
            return false;
        }
    }

    /** An e-mail address. */
    record Email(int begin, int end, String text) implements Mention {
        @Override
        public boolean ambiguous() {
            return false;
        }
    }
}
